import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { compareNames } from "@/lib/i18n/translator";

export type Membership = {
  /** Members of an earlier day, and of the same day with the city itself. */
  earlier: number;
  sameDay: number;
  /** The other members of its country, by name. */
  compatriots: { slug: string; name: string }[];
};

type Member = SignatoryDates & { cityId: number; countryCode: string };

/** A city's place among all that count as members now, itself included. */
export async function findMembership(city: Member, locale = defaultLocale): Promise<Membership> {
  const { date } = signatoryDateOf(city);
  const [counts, compatriots] = await Promise.all([
    prisma.$queryRaw<{ earlier: number; sameDay: number }[]>`
      SELECT (count(*) FILTER (WHERE COALESCE(signed_on,
        announced_on) < ${date}::date))::int AS earlier,
        (count(*) FILTER (WHERE COALESCE(signed_on, announced_on) = ${date}::date))::int AS "sameDay"
      FROM signatory WHERE state = 'active' OR city_id = ${city.cityId}`,
    prisma.city.findMany({
      where: {
        id: { not: city.cityId },
        signatory: { state: "active" },
        place: { countryCode: city.countryCode },
      },
      select: { slug: true, name: true },
    }),
  ]);
  return {
    earlier: counts[0]?.earlier ?? 0,
    sameDay: counts[0]?.sameDay ?? 0,
    compatriots: compatriots.sort((one, other) => compareNames(locale, one.name, other.name)),
  };
}
