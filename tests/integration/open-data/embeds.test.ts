import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { GET as getEmbed } from "@/app/[locale]/embed/[...path]/route";
import { GET as getOembed } from "@/app/data/oembed/route";
import { prisma } from "@/lib/db";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { changeSettings } from "@/lib/settings/commands";
import { defaultSettings } from "@/lib/settings/schema";
import { hireReviewer } from "@/tests/support/applications/review";
import { siteUrl } from "@/lib/env";
import { endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// What other sites show: Amsterdam is a member, twelve residents ask Ghent, one asks Antwerp.

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  await storeConfirmedEndorsements(12);
  await endorseAndConfirm({ cityId: placeIds.antwerp });
  await publishCounts(new Date());
});

const get = (path: string, locale = "en") =>
  getEmbed(new Request(`${siteUrl()}/${locale}/embed/${path}`), {
    params: Promise.resolve({ locale, path: path.split("/") }),
  });

const textOf = async (path: string) =>
  /<title>([^<]*)<\/title>/.exec(await (await get(path)).text())?.[1];

const coalition = "Cities Coalition for Digital Rights";

test.each([
  ["counter", `26 of 100 cities. ${coalition}`],
  ["cities/amsterdam/badge", `Amsterdam. Member of the ${coalition}`],
  ["cities/ghent/counter", `Ghent. 12 residents ask this city to join the ${coalition}`],
])(
  "/en/embed/%s says the same as a frame and as a picture, on both grounds",
  async (path, text) => {
    for (const form of ["", ".svg", "-dark", "-dark.svg"])
      expect(await textOf(path + form)).toBe(text);
  },
);

test("a long name of a city stands whole on its badge, in smaller letters", async () => {
  const name = "Sankt Peter-Ording an der Nordsee ".repeat(3).trim();
  await prisma.city.update({ where: { slug: "tirana" }, data: { name } });
  const picture = await (await get("cities/tirana/badge.svg")).text();
  const lines = [...picture.matchAll(/<text [^>]*font-weight="700"[^>]*>([^<]*)<\/text>/g)];
  expect(lines.map(([, line]) => line).join(" ")).toBe(name);
  expect(lines.length).toBeGreaterThan(1);
  const frame = await (await get("cities/tirana/badge")).text();
  const [, size = ""] = /class="light (size-\d+)"/.exec(frame) ?? [];
  expect(frame).toContain(`.${size} strong{`);
  expect(size).not.toBe("size-20");
});

test("below ten, no number is told", async () => {
  expect(await textOf("cities/antwerp/counter")).toBe(
    `Antwerp. Residents can ask this city to join the ${coalition}`,
  );
  expect(await (await get("cities/antwerp/counter.svg")).text()).not.toMatch(/>[^<]*\d[^<]*</);
});

test("the counter of a city that has joined shows that it has", async () => {
  expect(await textOf("cities/amsterdam/counter")).toBe(`Amsterdam. Member of the ${coalition}`);
});

test("a picture is well-formed, and fetches, runs and styles nothing", async () => {
  for (const path of [
    "counter.svg",
    "cities/ghent/counter-dark.svg",
    "cities/amsterdam/badge.svg",
  ]) {
    const response = await get(path);
    const xml = await response.text();
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect((await validateXML({ xml, normalization: "c14n" })).errors).toEqual([]);
    expect(xml).not.toMatch(
      /<(script|style|image|a|use|foreignObject)\b|\bhref=|\bstyle=|\bon\w+=/,
    );
  }
});

test("a frame has no script and nothing to fetch, and its link leaves the frame", async () => {
  const html = await (await get("cities/ghent/counter")).text();
  expect(html).not.toMatch(/<script|<img|<link rel="(stylesheet|preload)"|\bsrc=|\bstyle=/);
  expect(html).toContain(`<a href="${siteUrl()}/en/cities/ghent" target="_top"`);
});

test.each([
  "counter.png",
  "badge",
  "cities/ghent/badge",
  "cities/nowhere/counter",
  "cities/tokyo/counter.svg",
  "cities/ghent",
  "principles/privacy/counter",
])("there is nothing at /en/embed/%s", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test("there is nothing in a language that the site does not have", async () => {
  expect((await get("counter", "xx")).status).toBe(404);
});

describe("oEmbed", () => {
  const ask = (query: Record<string, string>) =>
    getOembed(new Request(`${siteUrl()}/data/oembed?${new URLSearchParams(query)}`));
  const fieldsOf = async (path: string, query = {}) =>
    (await (await ask({ url: siteUrl() + path, ...query })).json()) as Record<string, unknown>;

  test("says of a city's page what oEmbed 1.0 wants of a rich one, with a frame without scripts", async () => {
    const fields = await fieldsOf("/en/cities/ghent");
    expect(fields).toEqual({
      ...{ type: "rich", version: "1.0" },
      title: `Ghent. 12 residents ask this city to join the ${coalition}`,
      ...{ provider_name: coalition, provider_url: `${siteUrl()}/en` },
      ...{ width: 320, height: 96 },
      html: expect.stringMatching(/^<iframe [^<>]*><\/iframe>$/) as string,
    });
    expect(fields.html).toContain(`src="${siteUrl()}/en/embed/cities/ghent/counter"`);
    expect(fields.html).toContain('referrerpolicy="no-referrer"');
  });

  test("shows the badge of a member, and the counter for the home page", async () => {
    expect((await fieldsOf("/en/cities/amsterdam")).html).toContain(
      "/embed/cities/amsterdam/badge",
    );
    expect((await fieldsOf("/en")).html).toContain("/en/embed/counter");
  });

  test("gives a link where the frame would be too large", async () => {
    for (const query of [{ maxwidth: "319" }, { maxheight: "95" }])
      expect(await fieldsOf("/en", query)).toMatchObject({ type: "link", version: "1.0" });
    expect(await fieldsOf("/en", { maxwidth: "320", maxheight: "96" })).toMatchObject({
      type: "rich",
    });
  });

  test("says the same as XML", async () => {
    const response = await ask({ url: `${siteUrl()}/en/cities/ghent`, format: "xml" });
    const xml = await response.text();
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect((await validateXML({ xml, normalization: "c14n" })).errors).toEqual([]);
    const { html, title } = await fieldsOf("/en/cities/ghent");
    expect(xml).toContain(`<title>${String(title)}</title>`);
    expect(xml).toContain(
      `<html>${String(html).replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")}</html>`,
    );
  });

  test.each([
    [{ url: "https://elsewhere.example/en" }, 404],
    [{ url: `${siteUrl()}/en/cities/nowhere` }, 404],
    [{ url: `${siteUrl()}/en/privacy` }, 404],
    [{ url: "no address" }, 404],
    [{ url: `${siteUrl()}/en`, format: "yaml" }, 501],
    [{ format: "json" }, 400],
  ])("%o is answered with %s", async (query: Record<string, string>, status) => {
    expect((await ask(query)).status).toBe(status);
  });
});

test("beyond the goal, the counter names the cities alone", async () => {
  const settings = { ...defaultSettings, targetCities: 25 };
  await changeSettings({ settings, version: 0, staffId: await hireReviewer() });
  expect(await textOf("counter")).toBe(`26 cities. ${coalition}`);
});
