import { Fact, PlaceFacts } from "@/components/places/place-facts";
import { IsoDate } from "@/components/ui/iso-date";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isoDay } from "@/lib/durations";

type City = {
  name: string;
  regionName: string | null;
  countryCode: string;
  population: number;
  asks: number;
  facts: { endorsedSince: Date | null };
};

/** How many ask a city, since when, and where it is. */
export function EndorsedCityFacts({ locale, city }: { locale: Locale; city: City }) {
  const t = translator(locale, "endorsedCities");
  const { endorsedSince } = city.facts;
  return (
    <PlaceFacts locale={locale} place={city}>
      {city.asks > 0 ? (
        <Fact name={t("residents")}>{t("count", { count: shownCount(city.asks) })}</Fact>
      ) : null}
      {endorsedSince ? (
        <Fact name={t("since")}>
          <IsoDate date={isoDay(endorsedSince)} locale={locale} />
        </Fact>
      ) : null}
    </PlaceFacts>
  );
}
