import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

export const feedNames = ["news", "cities", "actions", "decisions"] as const;
export const feedFormats = ["atom", "rss", "json"] as const;

export type FeedName = (typeof feedNames)[number];
export type FeedFormat = (typeof feedFormats)[number];

export const feedTypes: Record<FeedFormat, string> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};

/** Without the origin, e.g. `/en/feeds/news.atom`. */
export const feedAddress = (locale: Locale, name: FeedName, format: FeedFormat): string =>
  href(locale, `/feeds/${name}.${format}`);

/** @param file e.g. `news.atom` */
export function parseFeedFile(file: string): { name: FeedName; format: FeedFormat } | null {
  const [first, second, ...rest] = file.split(".");
  const name = feedNames.find((known) => known === first);
  const format = feedFormats.find((known) => known === second);
  return name && format && rest.length === 0 ? { name, format } : null;
}
