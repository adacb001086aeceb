import { fitsFilter, type ActionFilter, type CityAction } from "@/lib/actions/schema";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

/** `others` is the filter without this choice, `actions` how many fit that. */
export type ActionChoice = { name: string; others: ActionFilter; actions: number };

/** What a filter asks for, in words. */
export function choicesIn(
  locale: Locale,
  filter: ActionFilter,
  all: readonly CityAction[],
): ActionChoice[] {
  const { area, city, country, status } = filter;
  const names = {
    area: area && translator(locale, "actions.areas")(area),
    city: city && (all.find((action) => action.city.slug === city)?.city.name ?? city),
    country: country && nameOfCountry(locale, country),
    status: status && translator(locale, "actions.statuses")(status),
  };
  return Object.entries(names).flatMap(([field, name]) => {
    const others = { ...filter, [field]: undefined };
    return name ? [{ name, others, actions: all.filter(fitsFilter(others)).length }] : [];
  });
}
