import { Fact, PlaceFacts } from "@/components/places/place-facts";
import { IsoDate } from "@/components/ui/iso-date";
import type { CityDecision } from "@/lib/cities/queries";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isoDay } from "@/lib/durations";

type City = SignatoryDates & {
  name: string;
  regionName: string | null;
  countryCode: string;
  population: number;
  decision: CityDecision | null;
  website: string | null;
};

/**
 * When a city signed or was announced and who decided it, where it is, and how many people live
 * there.
 */
export function CityFacts({ locale, city }: { locale: Locale; city: City }) {
  const { kind, date } = signatoryDateOf(city);
  return (
    <PlaceFacts locale={locale} place={city}>
      <Fact name={translator(locale, "city")("dateOf", { kind })}>
        <IsoDate date={isoDay(date)} locale={locale} />
      </Fact>
      {city.website ? (
        <Fact name={translator(locale, "cityPage")("website")}>
          <a href={city.website} rel="nofollow ugc" className="py-0.5 font-normal wrap-anywhere">
            {new URL(city.website).host}
          </a>
        </Fact>
      ) : null}
      {city.decision ? <Decision locale={locale} decision={city.decision} /> : null}
    </PlaceFacts>
  );
}

/** In the words of the applicant, who chose that it is shown. */
function Decision({
  locale,
  decision: { body, date, url },
}: {
  locale: Locale;
  decision: CityDecision;
}) {
  const t = translator(locale, "city");
  return (
    <Fact name={t("decidedBy")}>
      <bdi className="wrap-anywhere">{body}</bdi>, <IsoDate date={isoDay(date)} locale={locale} />
      {url ? (
        <a href={url} rel="nofollow ugc" className="block py-0.5 font-normal wrap-anywhere">
          {t("readDecision", { host: new URL(url).host })}
        </a>
      ) : null}
    </Fact>
  );
}
