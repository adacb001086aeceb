import { parseArea } from "@/lib/cities/area";
import { kilometresBetween, type Coordinates } from "@/lib/cities/distance";
import type { SignatoryFilter } from "@/lib/cities/schema";
import type { SignatoryDates } from "@/lib/cities/signatory-date";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { compareNames } from "@/lib/i18n/translator";
import { foldName } from "@/lib/places/fold-name";
import type { Prisma } from "@/prisma/generated/client";

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
    where: whereOf(filter),
    select: published,
    orderBy: { cityId: "asc" },
  });
  // Sorted here: the embedded database and PostgreSQL do not sort alike, and both put Ž behind Z.
  return rows.map(toPublished).sort((one, other) => compareNames(locale, one.name, other.name));
}

function whereOf({ query, country, year, area }: SignatoryFilter): Prisma.SignatoryWhereInput {
  const folded = foldName(query ?? "");
  return {
    ...(year && {
      OR: [{ signedOn: inYear(year) }, { signedOn: null, announcedOn: inYear(year) }],
    }),
    city: {
      place: {
        ...(country && { countryCode: country }),
        ...(area && within(area)),
        ...(folded && { names: { some: { folded: { startsWith: folded } } } }),
      },
    },
  };
}

const inYear = (year: number) => ({
  gte: new Date(Date.UTC(year, 0, 1)),
  lt: new Date(Date.UTC(year + 1, 0, 1)),
});

function within(area: string): Prisma.PlaceWhereInput {
  const { south, west, north, east } = parseArea(area);
  return { latitude: { gte: south, lt: north }, longitude: { gte: west, lt: east } };
}

export async function listListingTimes(): Promise<{ slug: string; listedAt: Date }[]> {
  const rows = await prisma.signatory.findMany({
    select: { createdAt: true, city: { select: { slug: true } } },
    orderBy: { cityId: "asc" },
  });
  return rows.map(({ createdAt, city }) => ({ slug: city.slug, listedAt: createdAt }));
}

export const countSignatories = (): Promise<number> => prisma.signatory.count();

/** Those that no application brought onto the list: the coalition itself announced them. */
export const countAnnouncedSignatories = (): Promise<number> =>
  prisma.signatory.count({ where: { applicationId: null } });

export async function countCountries(): Promise<number> {
  const countries = await prisma.place.groupBy({
    by: ["countryCode"],
    where: { city: { signatory: { isNot: null } } },
  });
  return countries.length;
}

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

/** Null when the city is not a signatory. */
export async function findCity(slug: string) {
  const signatory = await prisma.signatory.findFirst({
    where: { city: { slug } },
    select: {
      ...published,
      declarationVersion: true,
      city: {
        select: {
          ...published.city.select,
          place: { select: { ...published.city.select.place.select, population: true } },
        },
      },
      application: { select: decision },
    },
  });
  if (!signatory) return null;
  const { application, declarationVersion, city, ...row } = signatory;
  return {
    ...toPublished({ ...row, city }),
    declarationVersion,
    population: city.place.population,
    decision: application?.isDecisionPublic ? decisionOf(application) : null,
  };
}

/** Sorted in SQL, so that a city's page does not load all signatories. */
export async function nearestSignatories(
  city: Coordinates & { cityId: number },
  limit: number,
): Promise<(PublishedSignatory & { kilometres: number })[]> {
  const near = await prisma.$queryRaw<{ cityId: number }[]>`
    SELECT signatory.city_id AS "cityId" FROM signatory JOIN place ON place.id = signatory.city_id
    WHERE signatory.city_id <> ${city.cityId}
    ORDER BY sin(radians(place.latitude - ${city.latitude}) / 2) ^ 2
      + cos(radians(${city.latitude})) * cos(radians(place.latitude)) * sin(radians(place.longitude - ${city.longitude}) / 2) ^ 2, signatory.city_id
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
