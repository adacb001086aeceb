import type { ReactNode } from "react";
import { principleColours } from "@/components/content/principle-colours";
import { Fact } from "@/components/places/place-facts";
import type { Membership } from "@/lib/cities/membership";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type City = SignatoryDates & { name: string; countryCode: string; isFounder: boolean };
type CoveredPrinciple = Pick<Principle, "number" | "shortTitle"> & { slug: string };

type Props = {
  locale: Locale;
  city: City;
  membership: Membership;
  /** Those that its actions are about. */
  principles: readonly CoveredPrinciple[];
};

/** With more members in the country, only their number is shown, with a link to the list. */
const maxNamed = 12;

/** When the city joined, and what it has in common with other members. */
export function CityMembership({ locale, city, membership, principles }: Props) {
  const t = translator(locale, "cityPage");
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{t("membershipTitle", { city: city.name })}</h2>
      <p className="mt-3 max-w-text text-lg">{joinedText(locale, city, membership)}</p>
      <dl className="mt-5 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <Fact name={t("inCountry")}>
          <Compatriots locale={locale} city={city} compatriots={membership.compatriots} />
        </Fact>
        {principles.length > 0 ? (
          <Fact name={t("principles")}>
            <ul>
              {principles.map((principle) => (
                <PrincipleLink key={principle.slug} locale={locale} principle={principle} />
              ))}
            </ul>
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

/** Those of one day came together: none of them is before another. */
function joinedText(locale: Locale, city: City, { earlier, sameDay }: Membership): string {
  const t = translator(locale, "cityPage");
  const values = { city: city.name, others: sameDay - 1, ...signatoryDateOf(city) };
  if (city.isFounder) return t("joinedAsFounder", values);
  if (sameDay > 1) return t("joinedTogether", values);
  return t("joinedAlone", { ...values, number: earlier + 1 });
}

function Compatriots({
  locale,
  city: { name, countryCode },
  compatriots,
}: Pick<Props, "locale" | "city"> & Pick<Membership, "compatriots">) {
  const t = translator(locale, "cityPage");
  if (compatriots.length === 0) return t("onlyInCountry", { city: name });
  if (compatriots.length > maxNamed) {
    const list = (chunks: ReactNode) => (
      <a href={href(locale, `/cities?country=${countryCode}`)}>{chunks}</a>
    );
    return t.rich("manyInCountry", { city: name, count: compatriots.length, list });
  }
  return (
    <ul className="flex flex-wrap gap-x-4">
      {compatriots.map((member) => (
        <li key={member.slug}>
          <a href={href(locale, `/cities/${member.slug}`)} className="inline-block py-0.5">
            <bdi>{member.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

function PrincipleLink({
  locale,
  principle: { number, slug, shortTitle },
}: {
  locale: Locale;
  principle: CoveredPrinciple;
}) {
  return (
    <li>
      <span className={principleColours[number].text}>{number}</span>{" "}
      <a href={href(locale, `/principles/${slug}`)} className="inline-block py-0.5">
        {shortTitle}
      </a>
    </li>
  );
}
