import { areasInOrder } from "@/lib/actions/areas";
import { fitsFilter, type ActionFilter, type CityAction } from "@/lib/actions/schema";
import { toCityAction } from "@/lib/actions/stored-action";
import { contentSlugOf, former } from "@/lib/cities/former-cities";
import { contentOf, type StoredAction } from "@/lib/cities/page-content";
import { listReportedActions } from "@/lib/content/queries";
import { prisma, type Transaction } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { defaultLocale, toLocale, type Locale } from "@/lib/i18n/locales";
import { compareNames } from "@/lib/i18n/translator";
import type { Prisma } from "@/prisma/generated/client";

const member = {
  cityId: true,
  city: {
    select: {
      slug: true,
      name: true,
      place: { select: { countryCode: true } },
      renames: former.renames,
      page: { select: { content: true } },
    },
  },
  application: {
    select: {
      locale: true,
      submittedAt: true,
      answers: { select: { area: true, status: true, description: true, url: true } },
    },
  },
} satisfies Prisma.SignatorySelect;

type Member = Prisma.SignatoryGetPayload<{ select: typeof member }>;

/**
 * Of the member cities, and of one city also while its membership is paused: what the coalition
 * told of them (`content/<locale>/actions`), what they named in the application that was approved,
 * and what was edited since. Newest first.
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
        { city: { page: { isNot: null } } },
      ],
      ...(filter.city
        ? { city: { slug: filter.city }, state: { not: "merged" } }
        : { state: "active" }),
    },
    select: member,
  });
  return members
    .flatMap((each) =>
      currentActions(each, reported)
        .filter(({ isTakenOut }) => !isTakenOut)
        .map((action) => toCityAction(locale, cityOf(each), action)),
    )
    .filter(fitsFilter(filter))
    .sort(newestFirst);
}

export type PageActions = {
  city: CityAction["city"];
  /** Begins the ids of its actions, and stays when the city is renamed. */
  idPrefix: string;
  /** Also those that were taken out. */
  actions: StoredAction[];
};

/** For who edits the page. Null where the city is no member. */
export async function findPageActions(
  cityId: number,
  client: Transaction = prisma,
): Promise<PageActions | null> {
  const each = await client.signatory.findUnique({ where: { cityId }, select: member });
  if (!each) return null;
  const reported = await listReportedActions(defaultLocale);
  return {
    city: cityOf(each),
    idPrefix: contentSlugOf(each.city),
    actions: currentActions(each, reported),
  };
}

const cityOf = ({ cityId, city: { slug, name, place } }: Member): CityAction["city"] => ({
  cityId,
  slug,
  name,
  countryCode: place.countryCode,
});

type Reported = Awaited<ReturnType<typeof listReportedActions>>;

/** What was edited stands in for what has the same id. */
function currentActions(each: Member, reported: Reported): StoredAction[] {
  const edited = contentOf(each.city.page).actions;
  const ids = new Set(edited.map(({ id }) => id));
  const unedited = [...reportedBy(each, reported), ...namedBy(each)];
  return [...unedited.filter(({ id }) => !ids.has(id)), ...edited];
}

const reportedBy = (each: Member, reported: Reported): StoredAction[] =>
  reported
    .filter(({ city }) => city === contentSlugOf(each.city))
    .map(
      ({ slug, area, status, title, description, locale, reported: date, source, sourceUrl }) => ({
        id: slug,
        isTakenOut: false,
        area,
        title,
        text: description,
        locale,
        url: sourceUrl ?? null,
        reports: [{ status, date, by: "named", name: source }],
      }),
    );

function namedBy({ application, city }: Member): StoredAction[] {
  if (!application) return [];
  const date = isoDay(application.submittedAt);
  return application.answers.map(({ area, status, description, url }) => ({
    id: [contentSlugOf(city), date, area.replace("_", "-")].join("-"),
    isTakenOut: false,
    area,
    title: null,
    text: description,
    locale: toLocale(application.locale),
    url,
    reports: [{ status, date, by: "application", name: null }],
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
