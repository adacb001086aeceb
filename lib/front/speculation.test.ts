import { describe, expect, test } from "vitest";
import { routeOf } from "@/lib/front/routes";
import { speculationRules, speculationRulesPath } from "@/lib/front/speculation";
import { sitePages } from "@/lib/site-pages";
import { openFrontDoor } from "@/tests/support/processes/front-door";

type Rules = {
  prefetch: [
    {
      where: { and: [{ href_matches: string[] }, { not: { href_matches: string[] } }] };
      eagerness: string;
    },
  ];
};

const [{ where }] = (JSON.parse(speculationRules) as Rules).prefetch;
const [{ href_matches: pages }, { not }] = where.and;

const origin = "https://coalition.example";
const matches = (patterns: string[], path: string) =>
  patterns.some((pattern) => new URLPattern(pattern, origin).test(origin + path));
const isFetchedEarly = (path: string) => matches(pages, path) && !matches(not.href_matches, path);

describe("a browser may fetch early", () => {
  const paths = sitePages.map((path) => `/en${path === "/" ? "" : path}`);

  test("every public page, and no other page of the site", () => {
    const isPublic = (path: string) => routeOf(path) === "public";
    expect(paths.filter(isFetchedEarly)).toEqual(paths.filter(isPublic));
    expect(paths.filter((path) => !isFetchedEarly(path))).toEqual(["/en/join"]);
    for (const path of ["/en/cities/ghent", "/en/news/2019-03-28-one-hundred", "/en#list"])
      expect(isFetchedEarly(path), path).toBe(true);
  });

  test.each([
    "/en/applications/secret",
    "/en/applications/secret/withdraw",
    "/en/endorsements/secret",
    "/en/endorsements/secret/unsubscribe",
    "/en/endorse/ask",
    "/en/endorse/ask?place=2797656",
    "/en/join/submitted?reference=CC-0000",
    "/en/cities?query=ghent",
    "/en/calendar.ics",
    "/en/feeds/news.atom",
    "/en/card/cities/ghent",
    "/en/embed/counter",
    "/admin",
    "/data/v1/signatories.json",
  ])("nothing that is for one reader or no page, such as %s", (path) => {
    expect(isFetchedEarly(path)).toBe(false);
  });
});

test("public pages say where the rules are, and frames do not", async () => {
  const { get } = openFrontDoor();
  expect((await get("/en")).headers["speculation-rules"]).toBe(`"${speculationRulesPath}"`);
  expect((await get("/en/embed/counter")).headers["speculation-rules"]).toBeUndefined();
  const { headers, body } = await get(speculationRulesPath);
  expect(headers["content-type"]).toBe("application/speculationrules+json");
  expect(body.toString()).toBe(speculationRules);
});

test("what is for one reader is neither made nor done for a browser that fetches early", async () => {
  const { get, site } = openFrontDoor();
  const headers = { "sec-purpose": "prefetch;anonymous-client-ip" };
  for (const path of [
    "/en/applications/secret",
    "/en/endorsements/secret/unsubscribe",
    "/en/endorse/ask",
    "/en/join",
    "/admin",
  ])
    expect((await get(path, { headers })).status, path).toBe(503);
  expect(site.asked).toEqual([]);
  expect((await get("/en/press", { headers })).status).toBe(200);
});
