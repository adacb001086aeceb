import { CityStages } from "@/components/endorsements/city-stages";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/queries";
import { stagesOf } from "@/lib/endorsements/city-progress/city-standing";
import type { Locale } from "@/lib/i18n/locales";

/** Shown where residents asked the city to join, or where its membership has changed since. */
export async function SignatoryStages({ locale, cityId }: { locale: Locale; cityId: number }) {
  const city = await findCityWithProgress(cityId);
  if (!city || (!city.facts.endorsedSince && city.facts.steps.length === 0)) return null;
  return <CityStages locale={locale} city={city.name} stages={stagesOf(city.facts)} />;
}
