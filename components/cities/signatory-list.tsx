import { FounderBadge } from "@/components/cities/founder-badge";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type ListedCity = SignatoryDates & {
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  isFounder: boolean;
};

/** Cities of the public list, each leading to its page. */
export function SignatoryList({
  locale,
  signatories,
}: {
  locale: Locale;
  signatories: ListedCity[];
}) {
  const t = translator(locale, "cities");
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {signatories.map((city) => (
        <li
          key={city.slug}
          className="relative border-t-2 border-line-soft py-4 has-[a:hover]:border-accent"
        >
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
        </li>
      ))}
    </ul>
  );
}
