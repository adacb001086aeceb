import { findEntry, listEntries, type Entry } from "@/lib/content/mdx";
import {
  cityStatementsSchema,
  cityStorySchema,
  commentarySchema,
  declarationSchema,
  newsSchema,
  pageSchema,
  principleSchema,
  reportedActionSchema,
  type CityStatements,
  type CityStory,
  type Commentary,
  type Declaration,
  type NewsItem,
  type Page,
  type Principle,
  type ReportedAction,
} from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

/** @throws when there is no such page */
export async function getPage(locale: Locale, slug: string): Promise<Entry<Page>> {
  const page = await findEntry(locale, `pages/${slug}`, pageSchema);
  if (!page) throw new Error(`content/en/pages/${slug}.mdx is missing.`);
  return page;
}

export async function getDeclaration(locale: Locale): Promise<Entry<Declaration>> {
  const declaration = await findEntry(locale, "declaration", declarationSchema);
  if (!declaration) throw new Error("content/en/declaration.mdx is missing.");
  return declaration;
}

export async function getCommentary(locale: Locale): Promise<Entry<Commentary>> {
  const commentary = await findEntry(locale, "commentary", commentarySchema);
  if (!commentary) throw new Error("content/en/commentary.mdx is missing.");
  return commentary;
}

export async function listPrinciples(locale: Locale): Promise<Entry<Principle>[]> {
  const principles = await listEntries(locale, "principles", principleSchema);
  return principles
    .map((principle) => ({ ...principle, slug: principle.slug.replace(/^\d-/, "") }))
    .sort((one, other) => one.number - other.number);
}

/** Of the repository alone: what the site shows comes from `lib/publications/queries.ts`. */
export async function listNewsFiles(locale: Locale): Promise<Entry<NewsItem>[]> {
  const news = await listEntries(locale, "news", newsSchema);
  return news.sort((one, other) => other.date.localeCompare(one.date));
}

export const findNewsFile = (locale: Locale, slug: string): Promise<Entry<NewsItem> | null> =>
  findEntry(locale, `news/${slug}`, newsSchema);

export const findCityStory = (locale: Locale, citySlug: string): Promise<Entry<CityStory> | null> =>
  findEntry(locale, `cities/${citySlug}`, cityStorySchema);

export const findCityStatements = (
  locale: Locale,
  citySlug: string,
): Promise<Entry<CityStatements> | null> =>
  findEntry(locale, `statements/${citySlug}`, cityStatementsSchema);

export const listReportedActions = (locale: Locale): Promise<Entry<ReportedAction>[]> =>
  listEntries(locale, "actions", reportedActionSchema);
