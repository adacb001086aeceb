import type { ReactNode } from "react";
import { shownCount } from "@/lib/endorsements/shown-count";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type City = { name: string; regionName: string | null; countryCode: string; population: number; asks: number; facts: { askedSince: Date | null } };

const geonames = (chunks: ReactNode) => <a href="https://www.geonames.org/">{chunks}</a>;
const licence = (chunks: ReactNode) => <a href="https://creativecommons.org/licenses/by/4.0/">{chunks}</a>;

/** How many ask a city, since when, and where it is. GeoNames asks to be named. */
export function AskedFacts({ locale, city }: { locale: Locale; city: City }) {
  const t = translator(locale, "asked");
  const format = formatter(locale);
  const { askedSince } = city.facts;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-xl sm:text-xl">
        {t("factsTitle")}
      </h2>
      <dl className="space-y-3">
        {city.asks > 0 ? <Fact name={t("residents")}>{t("count", { count: shownCount(city.asks) })}</Fact> : null}
        {askedSince ? (
          <Fact name={t("since")}>
            <time dateTime={askedSince.toISOString().slice(0, 10)}>{format.dateTime(askedSince, { dateStyle: "long" })}</time>
          </Fact>
        ) : null}
        <Fact name={t("where")}>{whereaboutsOf(locale, city)}</Fact>
        {city.population > 0 ? <Fact name={t("population")}>{format.number(city.population)}</Fact> : null}
      </dl>
      <p className="mt-3 text-base text-ink-soft">{t.rich("populationSource", { geonames, licence })}</p>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-base text-ink-soft">{name}</dt>
      <dd className="font-bold">{children}</dd>
    </div>
  );
}
