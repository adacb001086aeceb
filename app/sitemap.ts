import type { MetadataRoute } from "next";
import { listSignatories } from "@/lib/cities/queries";
import { listNews, listPrinciples } from "@/lib/content/queries";
import { listShownAskedCities } from "@/lib/endorsements/asked-queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { sitePages } from "@/lib/site-pages";

export const dynamic = "force-dynamic";

type Path = `/${string}`;

/** Every public page in every language, each naming its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [principles, news, cities, asked] = await Promise.all([listPrinciples(defaultLocale), listNews(defaultLocale), listSignatories(), listShownAskedCities()]);
  const paths: Path[] = [
    ...sitePages,
    ...principles.map(({ slug }): Path => `/principles/${slug}`),
    ...news.map(({ slug }): Path => `/news/${slug}`),
    ...[...cities, ...asked].map(({ slug }): Path => `/cities/${slug}`),
  ];
  return paths.flatMap((path) => locales.map((locale) => ({ url: siteUrl() + href(locale, path), alternates: { languages: languagesOf(path) } })));
}

const languagesOf = (path: Path): Record<string, string> => Object.fromEntries(locales.map((locale) => [locale, siteUrl() + href(locale, path)]));
