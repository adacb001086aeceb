import { Fact, PlaceFacts } from "@/components/places/place-facts";
import { IsoDate } from "@/components/ui/iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type City = { name: string; regionName: string | null; countryCode: string; population: number; signedOn: Date };

/** When a city signed, where it is, and how many people live there. */
export function CityFacts({ locale, city }: { locale: Locale; city: City }) {
  return (
    <PlaceFacts locale={locale} place={city}>
      <Fact name={translator(locale, "city")("signedOn")}>
        <IsoDate date={city.signedOn.toISOString().slice(0, 10)} locale={locale} />
      </Fact>
    </PlaceFacts>
  );
}
