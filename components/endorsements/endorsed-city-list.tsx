import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";
import { isoDay } from "@/lib/durations";

type ListedCity = {
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  asks: number;
  since: Date;
};

const head = "border-b-2 border-ink py-2 pe-4 text-start align-bottom font-bold";
const cell = "border-b border-line-soft py-3 pe-4 text-start align-top font-normal";

export function EndorsedCityList({
  locale,
  caption,
  cities,
}: {
  locale: Locale;
  caption: string;
  cities: readonly ListedCity[];
}) {
  const t = translator(locale, "endorsedCities");
  const format = formatter(locale);
  return (
    <div className="table-or-list max-w-4xl">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t("city")}
            </th>
            <th scope="col" className={head}>
              {t("residents")}
            </th>
            <th scope="col" className={`${head} max-sm:hidden`}>
              {t("since")}
            </th>
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.cityId}>
              <th scope="row" className={cell}>
                <a
                  href={href(locale, `/cities/${city.slug}`)}
                  className="inline-block py-0.5 text-lg font-bold"
                >
                  <bdi>{city.name}</bdi>
                </a>
                <span className="block text-ink-soft">{whereaboutsOf(locale, city)}</span>
              </th>
              <td
                data-column={t("residents")}
                className={`${cell} ${shownCount(city.asks) === 0 ? "text-ink-soft" : "text-lg font-bold"}`}
              >
                {t("count", { count: shownCount(city.asks) })}
              </td>
              <td
                data-column={t("since")}
                className={`${cell} whitespace-nowrap text-ink-soft max-sm:hidden`}
              >
                <time dateTime={isoDay(city.since)}>
                  {format.dateTime(city.since, { dateStyle: "medium" })}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
