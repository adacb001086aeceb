import { nextThreshold } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type MostAskedCity = {
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  /** Exact: of cities whose number may be shown. */
  asks: number;
};

export function MostEndorsedCities({
  locale,
  cities,
}: {
  locale: Locale;
  cities: readonly MostAskedCity[];
}) {
  if (cities.length === 0) return null;
  const t = translator(locale, "endorsedCities");
  return (
    <section aria-labelledby="asked">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="asked" className="sm:text-3xl">
          {t("title")}
        </h2>
        <a href={href(locale, "/asked")} className="py-1 font-bold">
          {t("seeAll")}
        </a>
      </div>
      <ul className="grid gap-x-10 border-b border-line-soft sm:grid-cols-2 lg:grid-cols-3">
        {cities.map((city) => (
          <li key={city.cityId} className="border-t border-line-soft py-2.5">
            <a
              href={href(locale, `/cities/${city.slug}`)}
              className="inline-block py-0.5 font-bold"
            >
              <bdi>{city.name}</bdi>
            </a>{" "}
            <span className="text-ink-soft">{whereaboutsOf(locale, city)}</span>
            <span className="block text-base">{t("countInBrief", { count: city.asks })}</span>
            <NextMilestone locale={locale} asks={city.asks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextMilestone({ locale, asks }: { locale: Locale; asks: number }) {
  const next = nextThreshold(asks);
  if (next === null) return null;
  return (
    <>
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-1 h-1.5 w-full"
      >
        <rect width="100" height="1" className="fill-line-soft" />
        <rect
          width={Math.round((100 * asks) / next)}
          height="1"
          className="fill-accent forced-colors:fill-[CanvasText]"
        />
      </svg>
      <span className="block text-sm text-ink-soft">
        {translator(locale, "homeMomentum")("nextMilestone", { next, left: next - asks })}
      </span>
    </>
  );
}
