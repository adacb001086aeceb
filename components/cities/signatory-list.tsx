import { CityMark, MarkShapes } from "@/components/cities/city-mark";
import { FounderBadge } from "@/components/cities/founder-badge";
import { cityMark, type MarkedCity } from "@/lib/cities/city-mark";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type ListedCity = MarkedCity &
  SignatoryDates & {
    slug: string;
    regionName: string | null;
    countryCode: string;
    isFounder: boolean;
  };

export function SignatoryList({
  locale,
  signatories,
}: {
  locale: Locale;
  signatories: ListedCity[];
}) {
  const t = translator(locale, "cities");
  const marks = signatories.map(cityMark);
  return (
    <>
      <MarkShapes marks={marks} />
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {signatories.map((city) => (
          <li
            key={city.slug}
            className="relative flex flex-wrap gap-4 border-t-2 border-line-soft py-4 has-[a:hover]:border-accent"
          >
            <CityMark mark={cityMark(city)} className="mt-1 size-16 flex-none" />
            <div className="flex-1 basis-40">
              <div className="flex flex-wrap items-center gap-x-3">
                <a
                  href={href(locale, `/cities/${city.slug}`)}
                  className="text-xl font-bold text-ink no-underline after:absolute after:inset-0 hover:underline"
                >
                  <bdi>{city.name}</bdi>
                </a>
                {city.isFounder ? <FounderBadge locale={locale} /> : null}
              </div>
              <p className="text-ink-soft">{whereaboutsOf(locale, city)}</p>
              <p className="text-ink-soft">{t("since", signatoryDateOf(city))}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
