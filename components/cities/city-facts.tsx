import { Fact, PlaceFacts } from "@/components/places/place-facts";
import { IsoDate } from "@/components/ui/iso-date";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type City = SignatoryDates & { name: string; regionName: string | null; countryCode: string; population: number };

/** When a city signed or was announced, where it is, and how many people live there. */
export function CityFacts({ locale, city }: { locale: Locale; city: City }) {
  const { kind, date } = signatoryDateOf(city);
  return (
    <PlaceFacts locale={locale} place={city}>
      <Fact name={translator(locale, "city")("dateOf", { kind })}>
        <IsoDate date={date.toISOString().slice(0, 10)} locale={locale} />
      </Fact>
    </PlaceFacts>
  );
}
