import { formatIsoDate } from "@/lib/i18n/format-iso-date";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  /** A day as `2019-03-28`, or a month or a year where no more is known. */
  date: string;
  locale: Locale;
  withWeekday?: boolean;
};

export function IsoDate({ date, locale, withWeekday }: Props) {
  return <time dateTime={date}>{formatIsoDate(locale, date, { withWeekday })}</time>;
}
