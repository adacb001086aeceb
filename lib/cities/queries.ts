import { parseArea, type Area } from "@/lib/cities/area";
import { kilometresBetween, type Coordinates } from "@/lib/cities/distance";
import { distanceFrom } from "@/lib/cities/distance-sql";
import type { SignatoryFilter } from "@/lib/cities/schema";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { compareNames } from "@/lib/i18n/translator";
import { contentOf, type PageContent } from "@/lib/cities/page-content";
import { findMovedSlug } from "@/lib/cities/moved-city";
import { contentSlugOf, former, formerOf } from "@/lib/cities/former-cities";
import { foldName } from "@/lib/places/fold-name";
import type { Prisma } from "@/prisma/generated/client";
import type { SignatoryState } from "@/prisma/generated/enums";

export type PublishedSignatory = SignatoryDates & {
  /** GeoNames id. */
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  latitude: number;
  longitude: number;
  isFounder: boolean;
};

/** What counts as a member: every number and list of members is of these. */
const isActive = { state: "active" } as const satisfies Prisma.SignatoryWhereInput;

const published = {
  cityId: true,
  signedOn: true,
  announcedOn: true,
  isFounder: true,
  city: {
    select: {
      slug: true,
      name: true,
      place: { select: { regionName: true, countryCode: true, latitude: true, longitude: true } },
    },
  },
} satisfies Prisma.SignatorySelect;

type PublishedRow = Prisma.SignatoryGetPayload<{ select: typeof published }>;

const toPublished = ({
  city: { slug, name, place },
  ...signatory
}: PublishedRow): PublishedSignatory => ({ ...signatory, slug, name, ...place });

export async function listSignatories(
  filter: SignatoryFilter = {},
  locale = defaultLocale,
): Promise<PublishedSignatory[]> {
  const rows = await prisma.signatory.findMany({
    where: isActive,
    select: published,
    orderBy: { cityId: "asc" },
  });
  // Sorted here: the embedded database and PostgreSQL do not sort alike, and both put Ž behind Z.
  const all = rows
    .map(toPublished)
    .sort((one, other) => compareNames(locale, one.name, other.name));
  return filterSignatories(all, filter);
}

/** Of those that are listed, in their order. */
export async function filterSignatories(
  listed: readonly PublishedSignatory[],
  { query, country, year, area }: SignatoryFilter,
): Promise<PublishedSignatory[]> {
  const folded = foldName(query ?? "");
  const named = folded ? await findNamed(folded) : null;
  const isWithin = area ? within(parseArea(area)) : null;
  return listed.filter(
    (signatory) =>
      (!named || named.has(signatory.cityId)) &&
      (!country || signatory.countryCode === country) &&
      (!year || signatoryDateOf(signatory).date.getUTCFullYear() === year) &&
      (!isWithin || isWithin(signatory)),
  );
}

/** By the beginning of any of its place's names. */
async function findNamed(folded: string): Promise<Set<number>> {
  const names = { some: { folded: { startsWith: folded } } };
  const rows = await prisma.signatory.findMany({
    where: { ...isActive, city: { place: { names } } },
    select: { cityId: true },
  });
  return new Set(rows.map(({ cityId }) => cityId));
}

const within =
  ({ south, west, north, east }: Area) =>
  ({ latitude, longitude }: Coordinates): boolean =>
    latitude >= south && latitude < north && longitude >= west && longitude < east;

/** A paused member keeps its page; one that is merged leads to another. */
const hasPage = { state: { not: "merged" } } as const satisfies Prisma.SignatoryWhereInput;

export type PausedMember = PublishedSignatory & Pause;

/** On the public list, but not counted as members, by name. */
export async function listPausedMembers(locale = defaultLocale): Promise<PausedMember[]> {
  const rows = await prisma.signatory.findMany({
    where: { state: { in: ["on_hold", "suspended"] } },
    select: { ...published, state: true, city: { select: { ...published.city.select, steps } } },
  });
  return rows
    .flatMap(({ state, ...row }) => {
      const pause = pauseOf(state, row.city.steps);
      return pause ? [{ ...toPublished(row), ...pause }] : [];
    })
    .sort((one, other) => compareNames(locale, one.name, other.name));
}

/** The latest step by which a membership was paused. */
const steps = {
  where: { takenBackAt: null, kind: { in: ["on_hold", "suspended"] } },
  orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  select: { kind: true, recordedAt: true, publicReason: true, staffId: true },
  take: 1,
} satisfies Prisma.City$stepsArgs;

export type Pause = {
  state: "on_hold" | "suspended";
  since: Date;
  /** Of a suspension. */
  reason: string | null;
  /** The city did not answer whether it still is a member. */
  isOverdue: boolean;
};

type PausingStep = Prisma.CityStepGetPayload<{ select: typeof steps.select }>;

function pauseOf(state: SignatoryState, [step]: readonly PausingStep[]): Pause | null {
  if (!step || (state !== "on_hold" && state !== "suspended")) return null;
  const isOverdue = state === "on_hold" && step.staffId === null;
  return { state, since: step.recordedAt, reason: step.publicReason, isOverdue };
}

export async function listListingTimes(): Promise<
  { slug: string; contentSlug: string; listedAt: Date }[]
> {
  const rows = await prisma.signatory.findMany({
    where: hasPage,
    select: { createdAt: true, city: { select: { slug: true, renames: former.renames } } },
    orderBy: { cityId: "asc" },
  });
  return rows.map(({ createdAt, city }) => ({
    slug: city.slug,
    contentSlug: contentSlugOf(city),
    listedAt: createdAt,
  }));
}

export const countSignatories = (): Promise<number> => prisma.signatory.count({ where: isActive });

/** Those that no application brought onto the list: the coalition itself announced them. */
export const countAnnouncedSignatories = (): Promise<number> =>
  prisma.signatory.count({ where: { ...isActive, applicationId: null } });

export async function countCountries(): Promise<number> {
  const countries = await prisma.place.groupBy({
    by: ["countryCode"],
    where: { city: { signatory: isActive } },
  });
  return countries.length;
}

/** Whatever the state of its membership: it has signed. */
export async function isSignatory(cityId: number): Promise<boolean> {
  return (await prisma.signatory.count({ where: { cityId } })) > 0;
}

const decision = {
  isDecisionPublic: true,
  mandateBody: true,
  mandateDate: true,
  mandateUrl: true,
} satisfies Prisma.ApplicationSelect;

export type CityDecision = { body: string; date: Date; url: string | null };

const decisionOf = ({
  mandateBody,
  mandateDate,
  mandateUrl,
}: {
  mandateBody: string;
  mandateDate: Date;
  mandateUrl: string | null;
}): CityDecision => ({
  body: mandateBody,
  date: mandateDate,
  url: mandateUrl,
});

/** By its address or a former one. Null when the city is not a signatory. */
export async function findCity(slug: string) {
  const city = await findCityAt(slug);
  if (city) return city;
  const moved = await findMovedSlug(slug);
  return moved === null ? null : findCityAt(moved);
}

async function findCityAt(slug: string) {
  const signatory = await prisma.signatory.findFirst({
    where: { ...hasPage, city: { slug } },
    select: {
      ...published,
      state: true,
      declarationVersion: true,
      city: {
        select: {
          ...published.city.select,
          place: { select: { ...published.city.select.place.select, population: true } },
          steps,
          ...former,
          page: { select: { content: true } },
        },
      },
      application: { select: decision },
    },
  });
  if (!signatory) return null;
  const { application, declarationVersion, city, state, ...row } = signatory;
  return {
    ...toPublished({ ...row, city }),
    declarationVersion,
    population: city.place.population,
    pause: pauseOf(state, city.steps),
    ...formerOf(city),
    ...describedIn(contentOf(city.page)),
    decision: application?.isDecisionPublic ? decisionOf(application) : null,
  };
}

const describedIn = ({ website, summary }: PageContent) => ({ website, summary });

/** Sorted in SQL, so that a city's page does not load all signatories. */
export async function nearestSignatories(
  city: Coordinates & { cityId: number },
  limit: number,
): Promise<(PublishedSignatory & { kilometres: number })[]> {
  const near = await prisma.$queryRaw<{ cityId: number }[]>`
    SELECT signatory.city_id AS "cityId" FROM signatory JOIN place ON place.id = signatory.city_id
    WHERE signatory.city_id <> ${city.cityId} AND signatory.state = 'active'
    ORDER BY ${distanceFrom(city)}, signatory.city_id
    LIMIT ${limit}`;
  const rows = await prisma.signatory.findMany({
    where: { cityId: { in: near.map(({ cityId }) => cityId) } },
    select: published,
  });
  return rows
    .map((row) => toPublished(row))
    .map((other) => ({ ...other, kilometres: kilometresBetween(city, other) }))
    .sort((one, other) => one.kilometres - other.kilometres);
}
