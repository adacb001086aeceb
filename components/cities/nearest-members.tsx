import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";

type NearbyCity = { slug: string; name: string; countryCode: string; kilometres: number };

/** With the distance as the crow flies. */
export function NearestMembers({ locale, cities }: { locale: Locale; cities: NearbyCity[] }) {
  const t = translator(locale, "city");
  const format = formatter(locale);
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest" className="mb-3 text-xl sm:text-xl">
        {t("nearestTitle")}
      </h2>
      <ul className="divide-y divide-line-soft border-y border-line-soft">
        {cities.map((city) => (
          <li
            key={city.slug}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2"
          >
            <span>
              <a
                href={href(locale, `/cities/${city.slug}`)}
                className="inline-block py-0.5 font-bold"
              >
                <bdi>{city.name}</bdi>
              </a>{" "}
              <span className="text-ink-soft">{nameOfCountry(locale, city.countryCode)}</span>
            </span>
            <span className="text-base text-ink-soft">
              {format.number(city.kilometres, {
                style: "unit",
                unit: "kilometer",
                maximumFractionDigits: 0,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
