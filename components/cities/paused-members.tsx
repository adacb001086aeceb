import { IsoDate } from "@/components/ui/iso-date";
import type { PausedMember } from "@/lib/cities/queries";
import { isoDay } from "@/lib/durations";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; cities: readonly PausedMember[] };

/** On the list, but not counted. Most of the time there are none. */
export function PausedMembers({ locale, cities }: Props) {
  if (cities.length === 0) return null;
  const t = translator(locale, "pausedMembers");
  return (
    <section aria-labelledby="paused" className="mt-14">
      <h2 id="paused">{t("title")}</h2>
      <p className="mt-3 mb-4 max-w-text">{t("lead")}</p>
      <ul className="space-y-1">
        {cities.map((city) => (
          <li key={city.cityId}>
            <a
              href={href(locale, `/cities/${city.slug}`)}
              className="inline-block py-0.5 font-bold"
            >
              <bdi>{city.name}</bdi>
            </a>
            , {nameOfCountry(locale, city.countryCode)}{" "}
            <span className="text-ink-soft">
              ({t(`states.${city.state}`)} <IsoDate date={isoDay(city.since)} locale={locale} />)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
