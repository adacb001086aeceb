import type { Locale } from "@/lib/i18n/locales";
import { formatter } from "@/lib/i18n/translator";

/** `2019-03-28`, or `2020-03` or `2019` where no more is known, written out in the language. */
export function formatIsoDate(
  locale: Locale,
  date: string,
  { withWeekday = false }: { withWeekday?: boolean } = {},
): string {
  const hasDay = date.length > 7;
  return formatter(locale).dateTime(new Date(date), {
    year: "numeric",
    month: date.length > 4 ? "long" : undefined,
    day: hasDay ? "numeric" : undefined,
    weekday: hasDay && withWeekday ? "long" : undefined,
  });
}
