import type { MarkedCity } from "@/lib/cities/city-mark";
import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { sitePages } from "@/lib/site-pages";

/** The picture shown where a page's address is shared. */
export type Card = {
  above?: string;
  title: string;
  below: string[];
  picture:
    | { kind: "mark" }
    | { kind: "cityMark"; city: MarkedCity }
    | { kind: "skyline"; signatories: number; goal: number }
    | { kind: "principle"; number: Principle["number"] };
};

/** In pixels, as social platforms expect. */
export const cardSize = { width: 1200, height: 630 };

const ofEach = /^\/(principles|cities|news)\/[^/]+$/;

/** Without the origin. A page without a card of its own gets that of the home page. */
export function cardAddress(locale: Locale, path: `/${string}`): string {
  const hasOwn = ofEach.test(path) || sitePages.some((page) => page === path);
  return href(locale, hasOwn && path !== "/" ? `/card${path}` : "/card");
}
