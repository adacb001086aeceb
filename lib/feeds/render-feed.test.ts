import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { siteUrl } from "@/lib/env";
import { noonOf, type FeedEntry } from "@/lib/feeds/entry";
import { feedFormats } from "@/lib/feeds/feeds";
import { renderFeed, type FeedDocument } from "@/lib/feeds/render-feed";
import { defaultLocale } from "@/lib/i18n/locales";

// Read by parsers of other people.

const day = new Date("2026-11-02");

const ghent: FeedEntry = {
  key: "cities/2797656",
  path: "/cities/ghent",
  title: "Ghent signs the declaration",
  summary: "Ghent (Belgium) signed the declaration on 2 November 2026.",
  published: noonOf(day),
};

const hostile: FeedEntry = {
  ...ghent,
  key: "cities/1",
  title: "“Rights” & <b>wrongs</b>\u0000 ]]> ]]> end",
  summary: "1 < 2 & ]]> ]]>",
};

const cities = (entries: FeedEntry[]): FeedDocument => ({
  locale: defaultLocale,
  name: "cities",
  entries,
  now: new Date("2026-11-28"),
});

const isWellFormed = async (xml: string) => {
  const { valid, errors } = await validateXML({ xml, normalization: "c14n" });
  return valid || errors;
};

const asHtml = (value: string) => ({ type: "html", value });

const atom = (...entries: FeedEntry[]) => parseAtomFeed(renderFeed("atom", cities(entries)));
const rss = (...entries: FeedEntry[]) => parseRssFeed(renderFeed("rss", cities(entries)));
const json = (...entries: FeedEntry[]) => parseJsonFeed(renderFeed("json", cities(entries)));

test("an entry says in all three formats who it is, where, since when, and what it says", () => {
  const id = "tag:citiesfordigitalrights.org,2026:en/cities/2797656";
  const address = `${siteUrl()}/en/cities/ghent`;
  const html = `<p>${ghent.summary}</p>`;
  expect(atom(ghent).entries).toEqual([
    {
      ...{ id, title: asHtml(ghent.title), summary: asHtml(ghent.summary), content: asHtml(html) },
      links: [{ href: address }],
      ...{ published: "2026-11-02T12:00:00.000Z", updated: "2026-11-02T12:00:00.000Z" },
    },
  ]);
  expect(rss(ghent).items).toEqual([
    {
      ...{ title: ghent.title, link: address, description: ghent.summary },
      ...{ guid: { value: id, isPermaLink: false }, pubDate: "Mon, 02 Nov 2026 12:00:00 GMT" },
      content: { encoded: html },
    },
  ]);
  expect(json(ghent).items).toEqual([
    {
      ...{ id, url: address, title: ghent.title, summary: ghent.summary, content_html: html },
      date_published: "2026-11-02T12:00:00.000Z",
      date_modified: "2026-11-02T12:00:00.000Z",
    },
  ]);
});

describe("a feed says its own address, its page, its language and its author", () => {
  const page = `${siteUrl()}/en/cities`;
  const author = { name: "Cities Coalition for Digital Rights" };

  test("in Atom", () => {
    expect(renderFeed("atom", cities([ghent]))).toContain('<feed xml:lang="en" ');
    expect(atom(ghent)).toMatchObject({
      id: "tag:citiesfordigitalrights.org,2026:en/cities",
      updated: "2026-11-02T12:00:00.000Z",
      authors: [{ ...author, uri: `${siteUrl()}/` }],
      links: [
        { rel: "alternate", href: page },
        { rel: "self", href: `${siteUrl()}/en/feeds/cities.atom` },
      ],
    });
  });

  test("in RSS", () => {
    expect(rss(ghent)).toMatchObject({
      link: page,
      language: "en",
      atom: { links: [{ rel: "self", href: `${siteUrl()}/en/feeds/cities.rss` }] },
    });
  });

  test("in JSON Feed 1.1", () => {
    expect(JSON.parse(renderFeed("json", cities([ghent])))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
    });
    expect(json(ghent)).toMatchObject({
      home_page_url: page,
      feed_url: `${siteUrl()}/en/feeds/cities.json`,
      language: "en",
      authors: [{ ...author, url: siteUrl() }],
    });
  });
});

test("what people write breaks no feed and becomes no element", async () => {
  for (const format of ["atom", "rss"] as const)
    expect(await isWellFormed(renderFeed(format, cities([hostile])))).toBe(true);
  const text = "“Rights” & <b>wrongs</b> ]] > ]] > end";
  const escaped = "“Rights” &amp; &lt;b&gt;wrongs&lt;/b&gt; ]] &gt; ]] &gt; end";
  // Atom says that its titles are HTML; the titles of the others are plain text.
  expect(atom(hostile).entries?.[0]?.title).toEqual(asHtml(escaped));
  expect(rss(hostile).items?.[0]?.title).toBe(text);
  expect(json(hostile).items?.[0]?.title).toBe(text);
  expect(json(hostile).items?.[0]?.content_html).toBe("<p>1 &lt; 2 &amp; ]] &gt; ]] &gt;</p>");
});

test("a feed without entries is a feed", async () => {
  for (const format of ["atom", "rss"] as const)
    expect(await isWellFormed(renderFeed(format, cities([])))).toBe(true);
  expect(atom().updated).toBe("2026-11-28T00:00:00.000Z");
  expect(JSON.parse(renderFeed("json", cities([])))).toMatchObject({ items: [] });
});

test.each(feedFormats)("the same entries give the same %s, byte by byte", (format) => {
  expect(renderFeed(format, cities([ghent]))).toBe(renderFeed(format, cities([ghent])));
});
