import { areasInOrder } from "@/lib/actions/areas";
import { contentSlugOf, former } from "@/lib/cities/former-cities";
import { fitsFilter, type ActionFilter, type CityAction } from "@/lib/actions/schema";
import { principleOfArea } from "@/lib/content/checklist";
import { listReportedActions } from "@/lib/content/queries";
import { prisma } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { defaultLocale, toLocale, type Locale } from "@/lib/i18n/locales";
import { compareNames, translator } from "@/lib/i18n/translator";
import type { Prisma } from "@/prisma/generated/client";

const member = {
  cityId: true,
  city: {
    select: {
      slug: true,
      name: true,
      place: { select: { countryCode: true } },
      renames: former.renames,
    },
  },
  application: {
    select: {
      locale: true,
      handedInAt: true,
      answers: { select: { area: true, status: true, description: true, url: true } },
    },
  },
} satisfies Prisma.SignatorySelect;

type Member = Prisma.SignatoryGetPayload<{ select: typeof member }>;

/**
 * Of the member cities, and of one city also while its membership is paused: what the coalition
 * told of them (`content/<locale>/actions`) and what they named in the application that was
 * approved. Newest first.
 */
export async function listActions(
  locale: Locale,
  filter: ActionFilter = {},
): Promise<CityAction[]> {
  const reported = await listReportedActions(locale);
  const slugs = reported.map(({ city }) => city);
  const members = await prisma.signatory.findMany({
    where: {
      OR: [
        { applicationId: { not: null } },
        { city: { slug: { in: slugs } } },
        { city: { renames: { some: { slugBefore: { in: slugs } } } } },
      ],
      ...(filter.city
        ? { city: { slug: filter.city }, state: { not: "merged" } }
        : { state: "active" }),
    },
    select: member,
  });
  const t = translator(locale, "actions");
  const sourceNameOf = (city: string) => t("namedByCity", { city });
  return members
    .flatMap((each) => [...reportedBy(each, reported), ...namedBy(each, sourceNameOf)])
    .filter(fitsFilter(filter))
    .sort(newestFirst);
}

const cityOf = ({ cityId, city: { slug, name, place } }: Member): CityAction["city"] => ({
  cityId,
  slug,
  name,
  countryCode: place.countryCode,
});

const reportedBy = (
  each: Member,
  reported: Awaited<ReturnType<typeof listReportedActions>>,
): CityAction[] =>
  reported
    .filter(({ city }) => city === contentSlugOf(each.city))
    .map((action) => ({
      id: action.slug,
      city: cityOf(each),
      area: action.area,
      principle: principleOfArea[action.area],
      status: action.status,
      title: action.title,
      text: action.description,
      textLocale: action.locale,
      date: action.reported,
      source: { name: action.source, url: action.sourceUrl ?? null },
    }));

function namedBy(
  { application, ...each }: Member,
  sourceNameOf: (city: string) => string,
): CityAction[] {
  if (!application) return [];
  const date = isoDay(application.handedInAt);
  const city = cityOf({ application, ...each });
  const source = sourceNameOf(city.name);
  return application.answers.map(({ area, status, description, url }) => ({
    id: [contentSlugOf(each.city), date, area.replace("_", "-")].join("-"),
    city,
    area,
    principle: principleOfArea[area],
    status,
    title: null,
    text: description,
    textLocale: toLocale(application.locale),
    date,
    source: { name: source, url },
  }));
}

/** A year stands behind the days of that year: it may be any of them. */
const newestFirst = (one: CityAction, other: CityAction): number =>
  -compareText(one.date, other.date) ||
  compareNames(defaultLocale, one.city.name, other.city.name) ||
  one.city.cityId - other.city.cityId ||
  areasInOrder.indexOf(one.area) - areasInOrder.indexOf(other.area) ||
  compareText(one.id, other.id);

const compareText = (one: string, other: string): number =>
  one < other ? -1 : Number(one > other);
