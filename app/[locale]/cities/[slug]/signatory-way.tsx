import { CityWay } from "@/components/endorsements/city-stages";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/asked-queries";
import { stagesOf } from "@/lib/endorsements/city-progress/city-standing";
import type { Locale } from "@/lib/i18n/locales";

/** How a signatory came this far, where residents asked it or its membership has ever rested. */
export async function SignatoryWay({ locale, cityId }: { locale: Locale; cityId: number }) {
  const city = await findCityWithProgress(cityId);
  if (!city || (!city.facts.askedSince && city.facts.steps.length === 0)) return null;
  return <CityWay locale={locale} city={city.name} stages={stagesOf(city.facts)} />;
}
