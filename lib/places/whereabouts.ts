import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { foldName } from "@/lib/places/fold-name";

/** "Oregon, United States"; only "Russia" for Moscow, because its region repeats the name. */
export function whereaboutsOf(
  locale: Locale,
  place: { name: string; regionName: string | null; countryCode: string },
): string {
  const country = nameOfCountry(locale, place.countryCode);
  const { regionName: region } = place;
  if (!region || foldName(region).includes(foldName(place.name))) return country;
  return translator(locale, "places")("regionAndCountry", { region, country });
}
