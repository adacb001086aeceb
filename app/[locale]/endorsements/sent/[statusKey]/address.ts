import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/**
 * Address of the page that takes the code of an ask.
 * @param question `to`: where its email went, see sealAddress(); `problem`: what is wrong with the
 *   code
 */
export function sentHref(
  locale: Locale,
  statusKey: string,
  question: { to?: string; problem?: string },
): string {
  const asked = Object.entries(question).filter(([, value]) => value !== "");
  const page = href(locale, `/endorsements/sent/${encodeURIComponent(statusKey)}`);
  return `${page}?${new URLSearchParams(asked)}`;
}
