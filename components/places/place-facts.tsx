import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { placesDataDate } from "@/lib/places/data-date";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type Place = { name: string; regionName: string | null; countryCode: string; population: number };

const geonames = (chunks: ReactNode) => <a href="https://www.geonames.org/">{chunks}</a>;
const licence = (chunks: ReactNode) => (
  <a href="https://creativecommons.org/licenses/by/4.0/">{chunks}</a>
);

/**
 * Where a place is and how many people live there, after what else is known of it: `children` are
 * Facts. GeoNames asks to be named.
 */
export function PlaceFacts({
  locale,
  place,
  children,
}: {
  locale: Locale;
  place: Place;
  children: ReactNode;
}) {
  const t = translator(locale, "placeFacts");
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-xl sm:text-xl">
        {t("title")}
      </h2>
      <dl className="space-y-3">
        {children}
        <Fact name={t("where")}>{whereaboutsOf(locale, place)}</Fact>
        {place.population > 0 ? (
          <Fact name={t("population", { date: placesDataDate })}>
            {formatter(locale).number(place.population)}
          </Fact>
        ) : null}
      </dl>
      <p className="mt-3 text-base text-ink-soft">
        {t.rich("source", { date: placesDataDate, geonames, licence })}
      </p>
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-base text-ink-soft">{name}</dt>
      <dd className="font-bold">{children}</dd>
    </div>
  );
}
