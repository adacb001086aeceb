import { statSync } from "node:fs";
import type { MetadataRoute } from "next";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { listListingTimes } from "@/lib/cities/queries";
import {
  findCityStory,
  getDeclaration,
  getPage,
  listPrinciples,
  listReportedActions,
} from "@/lib/content/queries";
import { listShownEndorsedCities } from "@/lib/endorsements/city-progress/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale, locales, messagesFile } from "@/lib/i18n/locales";
import { listCalendarEvents, listNews } from "@/lib/publications/queries";
import { contentPages, sitePages } from "@/lib/site-pages";

export const dynamic = "force-dynamic";

type Path = `/${string}`;
type Dated = { path: Path; modifiedAt: Date };

/**
 * Every public page in every language, each with the time of its last change and with its other
 * languages.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [principles, news, events, cities, endorsed, reported, decisions] = await Promise.all([
    datedPrinciples(),
    datedNews(),
    listCalendarEvents(defaultLocale),
    datedCities(),
    datedEndorsedCities(),
    listReportedActions(defaultLocale),
    datedDecisions(),
  ]);
  const changing: Partial<Record<Path, Pick<Dated, "modifiedAt">[]>> = {
    "/": [...news, ...cities],
    "/actions": [...reported, ...cities],
    "/cities": cities,
    "/asked": endorsed,
    "/news": news,
    "/events": events,
    "/press": [...news, ...cities],
    "/decisions": decisions,
    "/statistics": decisions,
    "/principles": principles,
  };
  const pages = await Promise.all(
    sitePages.map(async (path) => ({
      path,
      modifiedAt: latest([
        await writtenAt(path),
        ...(changing[path] ?? []).map(({ modifiedAt }) => modifiedAt),
      ]),
    })),
  );
  return [...pages, ...principles, ...news, ...cities, ...endorsed].flatMap(
    ({ path, modifiedAt }) =>
      locales.map((locale) => ({
        url: siteUrl() + href(locale, path),
        lastModified: modifiedAt,
        alternates: { languages: languagesOf(path) },
      })),
  );
}

const datedPrinciples = async (): Promise<Dated[]> =>
  (await listPrinciples(defaultLocale)).map(({ slug, modifiedAt }) => ({
    path: `/principles/${slug}`,
    modifiedAt,
  }));

const datedNews = async (): Promise<Dated[]> =>
  (await listNews(defaultLocale)).map(({ slug, modifiedAt }) => ({
    path: `/news/${slug}`,
    modifiedAt,
  }));

const datedEndorsedCities = async (): Promise<Dated[]> =>
  (await listShownEndorsedCities()).map(({ slug, changedOn }) => ({
    path: `/cities/${slug}`,
    modifiedAt: changedOn,
  }));

const datedDecisions = async (): Promise<Dated[]> =>
  (await listPublishedDecisions())
    .slice(0, 1)
    .map(({ date }) => ({ path: "/decisions", modifiedAt: date }));

const datedCities = async (): Promise<Dated[]> =>
  Promise.all(
    (await listListingTimes()).map(async ({ slug, contentSlug, listedAt }): Promise<Dated> => {
      const story = await findCityStory(defaultLocale, contentSlug);
      return {
        path: `/cities/${slug}`,
        modifiedAt: latest([listedAt, ...(story ? [story.modifiedAt] : [])]),
      };
    }),
  );

/**
 * When the text of a page that stands for itself was written to this machine: its own file, or that
 * of the messages.
 */
async function writtenAt(path: (typeof sitePages)[number]): Promise<Date> {
  if (path === "/declaration") return (await getDeclaration(defaultLocale)).modifiedAt;
  const slug = contentPages.find((page) => path === `/${page}`);
  return slug
    ? (await getPage(defaultLocale, slug)).modifiedAt
    : statSync(messagesFile(defaultLocale)).mtime;
}

const latest = (times: Date[]): Date => new Date(Math.max(...times.map((time) => time.getTime())));

const languagesOf = (path: Path): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, siteUrl() + href(locale, path)]));
