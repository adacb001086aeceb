import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/**
 * Address of the page that takes the code of a request.
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
