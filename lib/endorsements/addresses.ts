import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/**
 * Of the page that takes the code of a request.
 *
 * @param query `to`: where its email went, see sealAddress(); `problem`: what is wrong with the
 *   code
 */
export function sentHref(
  locale: Locale,
  statusKey: string,
  query: { to?: string; problem?: string },
): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const page = href(locale, `/endorsements/sent/${encodeURIComponent(statusKey)}`);
  return `${page}?${new URLSearchParams(given)}`;
}

/** Of the page of an endorsement, or of one below it. */
export const endorsementHref = (locale: Locale, token: string, page: "" | "/end" = ""): string =>
  href(locale, `/endorsements/${encodeURIComponent(token)}${page}`);

/** Of the form of a city; without one, of the search for it. */
export const endorseHref = (locale: Locale, cityId: string | number): string =>
  `${href(locale, "/endorse/ask")}?city=${cityId}`;
