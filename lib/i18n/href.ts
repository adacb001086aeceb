import type { Locale } from "@/lib/i18n/locales";

/**
 * The address of a public page in a language, e.g. `href(locale, "/cities/ghent")`. The home page
 * is `"/"`.
 */
export const href = (locale: Locale, path: `/${string}`): string =>
  `/${locale}${path === "/" ? "" : path}`;
