import type { Locale } from "@/lib/i18n/locales";
import { formatter } from "@/lib/i18n/translator";

/** @param date a day or a year, as an action has it */
export function ActionDate({ locale, date }: { locale: Locale; date: string }) {
  const isYear = date.length === 4;
  const written = formatter(locale).dateTime(
    new Date(date),
    isYear ? { year: "numeric" } : { dateStyle: "long" },
  );
  return <time dateTime={date}>{written}</time>;
}
