import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "@/lib/db";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { knownSiteVersion } from "@/lib/site-version";

export type Announcement = { locale: Locale; text: string; link: string | null };

type Row = { locale: string; text: string; link: string | null; from: Date; until: Date };

/** In the language of the page, or else in English. */
export async function findAnnouncement(
  locale: Locale,
  now = new Date(),
): Promise<Announcement | null> {
  return chooseAnnouncement(await listCurrent(now), locale, now);
}

const shared = globalThis as typeof globalThis & { coalitionAnnouncements?: Row[] };

const patienceMs = 1_000;

/**
 * For a frame around every page, which must be there when the database is not: then it shows what
 * was known last.
 */
export async function recallAnnouncement(locale: Locale): Promise<Announcement | null> {
  const now = new Date();
  if (knownSiteVersion().isReachable) {
    const read = listCurrent(now).catch((error: unknown) => {
      log.error({ err: error }, "Announcements could not be read");
    });
    const current = await Promise.race([read, sleep(patienceMs, undefined, { ref: false })]);
    if (current) shared.coalitionAnnouncements = current;
  }
  return chooseAnnouncement(shared.coalitionAnnouncements ?? [], locale, now);
}

const maxCurrent = 20;

/** The one query for what is public: those that began last stand first. */
const listCurrent = (now: Date): Promise<Row[]> =>
  prisma.announcement.findMany({
    where: { from: { lte: now }, until: { gt: now } },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    take: maxCurrent,
    select: { locale: true, text: true, link: true, from: true, until: true },
  });

function chooseAnnouncement(rows: readonly Row[], locale: Locale, now: Date): Announcement | null {
  const current = rows.filter(({ until }) => until > now);
  const found =
    current.find((row) => row.locale === locale) ??
    current.find((row) => row.locale === defaultLocale);
  return found ? { locale: found.locale as Locale, text: found.text, link: found.link } : null;
}

export const listAnnouncements = () =>
  prisma.announcement.findMany({
    orderBy: { from: "desc" },
    take: 50,
    select: {
      id: true,
      locale: true,
      text: true,
      link: true,
      from: true,
      until: true,
      staff: { select: { name: true, email: true } },
    },
  });

export type ListedAnnouncement = Awaited<ReturnType<typeof listAnnouncements>>[number];
