import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { sitePages } from "@/lib/site-pages";

/** What a social card shows: the picture of a page where somebody shares its address. */
export type Card = {
  above?: string;
  title: string;
  below: string[];
  picture:
    | { kind: "mark" }
    | { kind: "skyline"; signatories: number }
    | { kind: "principle"; number: Principle["number"] };
};

/** In pixels, as the platforms want it. */
export const cardSize = { width: 1200, height: 630 };

const ofEach = /^\/(principles|cities|news)\/[^/]+$/;

/**
 * Where the card of a page is, without the site's own address. A page that has none of its own has
 * that of the home page.
 */
export function cardAddress(locale: Locale, path: `/${string}`): string {
  const hasOwn = ofEach.test(path) || sitePages.some((page) => page === path);
  return href(locale, hasOwn && path !== "/" ? `/card${path}` : "/card");
}
