import type { Locale } from "@/lib/i18n/locales";

/** E.g. `href(locale, "/cities/ghent")`; the home page is `"/"`. */
export const href = (locale: Locale, path: `/${string}`): string =>
  `/${locale}${path === "/" ? "" : path}`;
