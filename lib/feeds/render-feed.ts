import { Feed } from "feed";
import { siteUrl } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import type { FeedEntry } from "@/lib/feeds/entry";
import { feedAddress, type FeedFormat, type FeedName } from "@/lib/feeds/feeds";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { permanentDomain } from "@/lib/permanent-domain";

export type FeedDocument = {
  locale: Locale;
  name: FeedName;
  /** Newest first. */
  entries: readonly FeedEntry[];
  /** When a feed without entries was last looked at. */
  now: Date;
};

/** The page that shows the same in a browser. */
const feedPages: Record<FeedName, `/${string}`> = {
  news: "/news",
  cities: "/cities",
  actions: "/actions",
  decisions: "/decisions",
};

export function renderFeed(format: FeedFormat, document: FeedDocument): string {
  switch (format) {
    case "atom":
      return renderAtom(document);
    case "rss":
      return makeFeed("rss", document, { title: asText, summary: escapeHtml }).rss2();
    case "json":
      return renderJson(document);
  }
}

/** The library writes no language into Atom. */
function renderAtom(document: FeedDocument): string {
  const feed = makeFeed("atom", document, { title: escapeHtml, summary: escapeHtml });
  return feed.atom1().replace("<feed ", `<feed xml:lang="${document.locale}" `);
}

/** The library writes version 1, which has no language and one author. */
function renderJson(document: FeedDocument): string {
  const feed = makeFeed("json", document, { title: asText, summary: asText });
  const { author, ...rest } = JSON.parse(feed.json1()) as Record<string, unknown>;
  const version = "https://jsonfeed.org/version/1.1";
  return JSON.stringify({ ...rest, version, language: document.locale, authors: [author] });
}

type Write = (text: string) => string;

/** @param write how the format wants plain text: the library leaves that to its callers */
function makeFeed(
  format: FeedFormat,
  { locale, name, entries, now }: FeedDocument,
  write: { title: Write; summary: Write },
): Feed {
  const t = translator(locale, "feeds");
  const self = siteUrl() + feedAddress(locale, name, format);
  const feed = new Feed({
    id: idOf(locale, name),
    title: t(`${name}.title`),
    description: t(`${name}.description`),
    language: locale,
    link: siteUrl() + href(locale, feedPages[name]),
    feedLinks: { [format]: self },
    author: { name: translator(locale, "site")("name"), link: siteUrl() },
    updated: latestOf(entries) ?? now,
    generator: false,
  });
  for (const { key, path, title, summary, html, published, updated = published } of entries)
    feed.addItem({
      id: idOf(locale, key),
      link: siteUrl() + href(locale, path),
      title: write.title(printable(title)),
      description: write.summary(printable(summary)),
      content: html ?? paragraphs(printable(summary)),
      date: updated,
      published,
    });
  return feed;
}

const latestOf = (entries: readonly FeedEntry[]): Date | undefined =>
  entries
    .map(({ published, updated = published }) => updated)
    .toSorted((one, other) => other.getTime() - one.getTime())[0];

/** Readers know an entry by it even when the site moves to another address (RFC 4151). */
const idOf = (locale: Locale, key: string): string =>
  `tag:${permanentDomain},2026:${locale}/${key}`;

const paragraphs = (text: string): string =>
  text
    .split("\n")
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join("");

const asText: Write = (text) => text;

/** Without what XML cannot hold, and what would end the section that the library puts it into. */
const printable = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("]]>", "]] >");
