import type { Locale } from "@/lib/i18n/locales";
import { formatter } from "@/lib/i18n/translator";

/** Never "0 MB". */
export const formatMegabytes = (locale: Locale, bytes: number): string =>
  formatter(locale).number(Math.max(0.1, bytes / 1_000_000), {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  });
