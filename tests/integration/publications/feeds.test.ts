import { readFileSync } from "node:fs";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { GET } from "@/app/[locale]/feeds/[file]/route";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { siteUrl } from "@/lib/env";
import { feedFormats, feedNames, feedTypes, type FeedName } from "@/lib/feeds/feeds";
import {
  submitConfirmed,
  openReview,
  tickAllEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";

// The feeds of a site on which Ghent has just joined, read by parsers of other people.

beforeAll(async () => {
  const staffId = await resetWithSignatories();
  const id = await submitConfirmed();
  await tickAllEvidence(await openReview(id, staffId));
  const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };
  await approveApplication(await openReview(id, staffId), approval);
});

const get = (file: string, locale = "en") =>
  GET(new Request(`${siteUrl()}/${locale}/feeds/${file}`), {
    params: Promise.resolve({ locale, file }),
  });

const read = async (file: string) => (await get(file)).text();
const entriesOf = async (name: FeedName) => parseJsonFeed(await read(`${name}.json`)).items ?? [];

const everyFile = feedNames.flatMap((name) => feedFormats.map((format) => ({ name, format })));

test.each(everyFile)(
  "the feed $name is served as $format, and says so",
  async ({ name, format }) => {
    const response = await get(`${name}.${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(`${feedTypes[format]}; charset=utf-8`);
  },
);

describe.each(feedNames)("the feed %s", (name) => {
  test("has the same entries in all formats, each with an id of its own and a whole address", async () => {
    const json = await entriesOf(name);
    const atom = parseAtomFeed(await read(`${name}.atom`)).entries ?? [];
    const rss = parseRssFeed(await read(`${name}.rss`)).items ?? [];
    const ids = json.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(atom.map(({ id }) => id)).toEqual(ids);
    expect(rss.map(({ guid }) => guid?.value)).toEqual(ids);
    const addresses = json.map(({ url }) => url);
    expect(addresses.filter((url) => !url?.startsWith(`${siteUrl()}/en/`))).toEqual([]);
    expect(atom.map(({ links }) => links?.[0]?.href)).toEqual(addresses);
    expect(rss.map(({ link }) => link)).toEqual(addresses);
  });

  test("is well-formed, newest first, and has no address that works on this site alone", async () => {
    for (const format of ["atom", "rss"] as const) {
      const xml = await read(`${name}.${format}`);
      expect((await validateXML({ xml, normalization: "c14n" })).errors).toEqual([]);
      expect(xml).not.toMatch(/href="[/#]/);
    }
    const dates = (await entriesOf(name)).map((entry) => String(entry.date_published));
    expect(dates).toEqual(dates.toSorted().reverse());
  });
});

describe("Atom, read by xmllint with what RFC 4287 asks for", () => {
  const contents = readFileSync("tests/support/public/feeds/atom.rng", "utf8");
  const errorsOf = async (xml: string) =>
    (
      await validateXML({
        xml: { fileName: "feed.xml", contents: xml },
        extension: "relaxng",
        schema: { fileName: "atom.rng", contents },
      })
    ).errors;

  test.each(feedNames)("the feed %s has it", async (name) => {
    expect(await errorsOf(await read(`${name}.atom`))).toEqual([]);
  });

  test.each([
    ["an entry without an id", /(<entry>[^]*?)<id>[^<]*<\/id>/, "$1"],
    ["a feed without its author", /<author>[^]*?<\/author>/, ""],
    ["two times of its last change", /<updated>[^<]*<\/updated>/, "$&$&"],
    ["a time without a zone", /Z<\/updated>/, "</updated>"],
    ["a link of this site alone", /href="https?:\/\/[^/"]*/, 'href="'],
  ])("%s is found", async (_, part, instead) => {
    const xml = await read("cities.atom");
    const broken = xml.replace(part, instead);
    expect(broken).not.toBe(xml);
    expect((await errorsOf(broken)).length).toBeGreaterThan(0);
  });
});

test("a city that only was announced has that day, and says that it was announced", async () => {
  const cities = await entriesOf("cities");
  expect(cities[0]).toMatchObject({
    title: "Ghent signs the declaration",
    date_published: "2026-11-20T12:00:00.000Z",
  });
  expect(cities.find(({ url }) => url?.endsWith("/cities/athens"))).toMatchObject({
    title: "Athens is announced as a signatory",
    summary: "The coalition announced Athens (Greece) as a signatory on 28 March 2019.",
    date_published: "2019-03-28T12:00:00.000Z",
  });
  expect(cities).toHaveLength(27);
});

test("an article is there in full, since the day on which this site wrote it", async () => {
  const launch = (await entriesOf("news")).find(({ url }) => url?.includes("2018-11-14"));
  expect(launch?.date_published).toBe("2026-11-25T12:00:00.000Z");
  expect(launch?.content_html).toContain("<p>");
});

test("an action says whether it is in place, who told of it and when; of a year without a day, its end", async () => {
  const actions = await entriesOf("actions");
  const library = actions.find(({ url }) => url?.includes("/cities/ghent#"));
  expect(library?.title).toMatch(/^Ghent: /);
  expect(library?.summary).toMatch(/(In place|Planned)\. Source: Ghent, in its application/);
  const ofAYear = actions.filter(({ summary }) => summary?.endsWith(", 2018"));
  expect(ofAYear.length).toBeGreaterThan(0);
  expect(new Set(ofAYear.map((action) => String(action.date_published)))).toEqual(
    new Set(["2018-12-31T12:00:00.000Z"]),
  );
});

test("a decision says what was decided on whom, and names no person", async () => {
  const [approval, ...others] = await entriesOf("decisions");
  expect(others).toEqual([]);
  expect(approval?.title).toBe("Ghent (Belgium): Application approved");
  expect(await read("decisions.atom")).not.toContain("Digital Officer");
});

test.each([
  ["en", "news.xml"],
  ["en", "news"],
  ["en", "members.atom"],
  ["en", "news.atom.rss"],
  ["xx", "news.atom"],
])("there is no feed at /%s/feeds/%s", async (locale, file) => {
  expect((await get(file, locale)).status).toBe(404);
});
