import { formatIsoDate } from "@/lib/i18n/format-iso-date";
import type { Locale } from "@/lib/i18n/locales";

/**
 * A date as `2019-03-28`, or `2020-03` or `2019` where no more is known, written out in the
 * language.
 */
export function IsoDate({
  date,
  locale,
  withWeekday = false,
}: {
  date: string;
  locale: Locale;
  withWeekday?: boolean;
}) {
  return <time dateTime={date}>{formatIsoDate(locale, date, withWeekday)}</time>;
}
