import { LRUCache } from "lru-cache";
import { listEventFiles } from "@/lib/calendar/queries";
import type { CalendarEvent } from "@/lib/calendar/schema";
import { findNewsFile, listNewsFiles } from "@/lib/content/queries";
import type { Entry } from "@/lib/content/mdx";
import type { NewsItem } from "@/lib/content/schema";
import { prisma } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { parseMarkdown } from "@/lib/publications/markdown";
import type { TextNode } from "@/lib/publications/markdown-tree";
import { knownPictures } from "@/lib/publications/picture-address";
import { eventFrontMatter, newsFrontMatter } from "@/lib/publications/schema";
import { bodyOf } from "@/lib/publications/text-tree";
import { versionFields } from "@/lib/publications/version-fields";
import type { Prisma, PublicationKind } from "@/prisma/generated/client";

// What the public pages, feeds, calendars and data show of news and events: the files of the
// repository and what editors published, in one list.

/** `publishedAt` only of what was published in the panel: a file knows its day alone. */
export type PublishedNews = Entry<NewsItem> & { publishedAt?: Date };

export async function listNews(locale: Locale): Promise<PublishedNews[]> {
  const [files, published] = await Promise.all([
    listNewsFiles(locale),
    listPublished(["news", "press_release"]),
  ]);
  return [...published.map((each) => toNews(locale, each)), ...files].sort((one, other) =>
    other.date.localeCompare(one.date),
  );
}

/** @param slug as in its address, with the day */
export async function findNewsItem(locale: Locale, slug: string): Promise<PublishedNews | null> {
  const file = await findNewsFile(locale, slug);
  if (file) return file;
  const [, day, words] = newsAddress.exec(slug) ?? [];
  const [found] = words ? await listPublished(["news", "press_release"], words) : [];
  return found && isoDay(found.publishedAt) === day ? toNews(locale, found) : null;
}

export async function listCalendarEvents(locale: Locale): Promise<Entry<CalendarEvent>[]> {
  const [files, published] = await Promise.all([listEventFiles(locale), listPublished(["event"])]);
  return [...files, ...published.map((each) => toEvent(locale, each))];
}

export type Withdrawal = { title: string; reason: string; date: string };

/** What was public once. @param address of news with its day, of an event its slug */
export async function findWithdrawal(
  section: "news" | "events",
  address: string,
): Promise<Withdrawal | null> {
  const [, day, words] = section === "news" ? (newsAddress.exec(address) ?? []) : [];
  const slug = section === "news" ? words : address;
  if (!slug) return null;
  const found = await prisma.publication.findFirst({
    where: { slug, state: "withdrawn", kind: { in: kindsOf[section] } },
    select: {
      publishedAt: true,
      withdrawnAt: true,
      withdrawalReason: true,
      texts: publicText.texts,
    },
  });
  const { publishedAt, withdrawnAt, withdrawalReason: reason } = found ?? {};
  if (!found || !publishedAt || !withdrawnAt || !reason) return null;
  if (day && isoDay(publishedAt) !== day) return null;
  return { title: textFor(defaultLocale, found.texts).title, reason, date: isoDay(withdrawnAt) };
}

const newsAddress = /^(\d{4}-\d\d-\d\d)-([a-z0-9-]+)$/;

const kindsOf: Record<"news" | "events", PublicationKind[]> = {
  news: ["news", "press_release"],
  events: ["event"],
};

const publicText = {
  texts: {
    where: { publicId: { not: null } },
    orderBy: { locale: "asc" },
    select: {
      locale: true,
      public: {
        select: {
          id: true,
          ...versionFields,
          publishedAt: true,
        },
      },
    },
  },
} satisfies Prisma.PublicationSelect;

const publicView = {
  kind: true,
  slug: true,
  publishedAt: true,
  ...publicText,
  versions: {
    where: { correction: { not: null }, publishedAt: { not: null } },
    orderBy: { publishedAt: "asc" },
    select: { locale: true, correction: true, publishedAt: true },
  },
  pictures: { select: { id: true, number: true, width: true, height: true } },
} satisfies Prisma.PublicationSelect;

type PublicRow = Prisma.PublicationGetPayload<{ select: typeof publicView }>;
type Published = Omit<PublicRow, "publishedAt"> & { publishedAt: Date };

/** The one query for what is public: what is scheduled is so from its moment on. */
async function listPublished(kinds: PublicationKind[], slug?: string): Promise<Published[]> {
  const rows = await prisma.publication.findMany({
    where: {
      kind: { in: kinds },
      state: "published",
      publishedAt: { lte: new Date() },
      ...(slug && { slug }),
    },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    select: publicView,
  });
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

/** In the reader's language, or in English, or in the first that there is. */
function textFor(locale: Locale, texts: PublicRow["texts"]) {
  const inLanguage = (language: string) => texts.find((text) => text.locale === language);
  const found = inLanguage(locale) ?? inLanguage(defaultLocale) ?? texts[0];
  if (!found?.public) throw new Error("A publication has no public text.");
  return { ...found.public, locale: found.locale as Locale };
}

function toNews(locale: Locale, row: Published): PublishedNews {
  const text = textFor(locale, row.texts);
  const date = isoDay(row.publishedAt);
  const isPressRelease = row.kind === "press_release";
  const corrections = correctionsOf(row, text.locale);
  return {
    ...newsFrontMatter(text, { date, isPressRelease, corrections }),
    ...entryOf(row, text),
    slug: `${date}-${row.slug}`,
    publishedAt: row.publishedAt,
  };
}

function toEvent(locale: Locale, row: Published): Entry<CalendarEvent> {
  const text = textFor(locale, row.texts);
  const lastChanged = isoDay(text.publishedAt ?? row.publishedAt);
  const corrections = correctionsOf(row, text.locale);
  return { ...eventFrontMatter(text, { lastChanged, corrections }), ...entryOf(row, text) };
}

const correctionsOf = ({ versions }: Published, locale: Locale) =>
  versions.flatMap((version) =>
    version.locale === locale && version.correction && version.publishedAt
      ? [{ date: isoDay(version.publishedAt), text: version.correction }]
      : [],
  );

const entryOf = (row: Published, text: ReturnType<typeof textFor>) => ({
  slug: row.slug,
  locale: text.locale,
  modifiedAt: text.publishedAt ?? row.publishedAt,
  Body: bodyOf(() => parsedText(row, text)),
});

/** A version never changes, and a picture that it names was there before it. */
const parsed = new LRUCache<string, TextNode[]>({ max: 500 });

function parsedText({ kind, pictures }: Published, { id, body }: { id: string; body: string }) {
  const known = parsed.get(id);
  if (known) return known;
  const firstHeading = kind === "event" ? 4 : 2;
  const { text } = parseMarkdown(body, { firstHeading, pictures: knownPictures(pictures) });
  parsed.set(id, text);
  return text;
}
