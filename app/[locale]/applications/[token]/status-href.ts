import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** Address of the status page, or of a page below it. */
export const statusHref = (
  locale: Locale,
  token: string,
  page: "" | "/appeal" | "/correct" | "/mandate-files" | "/withdraw" | "/application.pdf" = "",
): string => href(locale, `/applications/${encodeURIComponent(token)}${page}`);
