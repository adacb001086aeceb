import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type City = { name: string; regionName: string | null; countryCode: string; population: number; signedOn: Date };

const geonames = (chunks: ReactNode) => <a href="https://www.geonames.org/">{chunks}</a>;
const licence = (chunks: ReactNode) => <a href="https://creativecommons.org/licenses/by/4.0/">{chunks}</a>;

/** Where a city is, how many people live there and when it signed. GeoNames asks to be named. */
export function CityFacts({ locale, city }: { locale: Locale; city: City }) {
  const t = translator(locale, "city");
  const format = formatter(locale);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-xl sm:text-xl">
        {t("factsTitle")}
      </h2>
      <dl className="space-y-3">
        <Fact name={t("signedOn")}>
          <time dateTime={city.signedOn.toISOString().slice(0, 10)}>{format.dateTime(city.signedOn, { dateStyle: "long" })}</time>
        </Fact>
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
