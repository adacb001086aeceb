import { prisma, type Transaction } from "@/lib/db";
import { cityColumns, endorsedCities } from "@/lib/endorsements/counts/endorsed-cities";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, HoldReason } from "@/prisma/generated/enums";

/** Confirmed endorsements only. */
export type EndorsementCount = {
  asks: number;
  thanks: number;
  /** Midnight UTC of the day of the first that counted; null if none ever did. */
  since: Date | null;
};

/** @param cityId GeoNames id; a place that is no city of the site has zero of both */
export async function countEndorsements(
  cityId: number,
  client: Transaction = prisma,
): Promise<EndorsementCount> {
  const [totals, first] = await Promise.all([
    client.endorsementTotal.findMany({ where: { cityId }, select: { kind: true, count: true } }),
    client.endorsementTally.findFirst({
      where: { cityId },
      orderBy: { day: "asc" },
      select: { day: true },
    }),
  ]);
  const countOf = (kind: EndorsementKind) => totals.find((each) => each.kind === kind)?.count ?? 0;
  return { asks: countOf("asks"), thanks: countOf("thanks"), since: first?.day ?? null };
}

/** `asks` is exact: show it through shownCount(). */
export type EndorsedCity = {
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  asks: number;
  /** Midnight UTC. */
  since: Date;
};

const citiesPerPage = 50;

/** Most endorsed first; below ten, where no number is shown, by name. `page` starts at 1. */
export async function listMostEndorsedCities({
  country,
  region,
  limit = citiesPerPage,
  page = 1,
}: { country?: string; region?: string; limit?: number; page?: number } = {}): Promise<{
  cities: EndorsedCity[];
  total: number;
}> {
  const rows = await prisma.$queryRaw<(EndorsedCity & { total: number })[]>`
    WITH endorsed AS (${endorsedCities})
    SELECT ${cityColumns}, asks,
      (SELECT min(day) FROM endorsement_tally WHERE kind = 'asks'
        AND endorsement_tally.city_id = city.id) AS since,
      (count(*) OVER ())::int AS total
    FROM endorsed JOIN city ON city.id = city_id JOIN place ON place.id = city_id
    WHERE ${country ? Prisma.sql`place.country_code = ${country}` : Prisma.sql`true`}
      AND ${region ? Prisma.sql`place.region_name = ${region}` : Prisma.sql`true`}
    ORDER BY CASE WHEN asks < ${minShown} THEN 0 ELSE asks END DESC, city.name, city.id
    LIMIT ${limit} OFFSET ${(page - 1) * limit}`;
  const total = rows[0]?.total ?? 0;
  return {
    cities: rows.map(({ cityId, slug, name, regionName, countryCode, asks, since }) => ({
      cityId,
      slug,
      name,
      regionName,
      countryCode,
      asks,
      since,
    })),
    total,
  };
}

/** Oldest first, without days on which nothing changed. */
export const listDailyCounts = (
  cityId: number,
  kind: EndorsementKind = "asks",
): Promise<{ day: Date; added: number; removed: number }[]> =>
  prisma.endorsementTally.findMany({
    where: { cityId, kind },
    select: { day: true, added: true, removed: true },
    orderBy: { day: "asc" },
  });

/** Newest first. */
export async function listPublicNames(
  cityId: number,
  kind: EndorsementKind,
  limit = 100,
): Promise<string[]> {
  const shown = {
    placeId: cityId,
    kind,
    state: "confirmed",
    isNamePublic: true,
    name: { not: null },
  } as const;
  const rows = await prisma.endorsement.findMany({
    where: shown,
    select: { name: true },
    orderBy: { confirmedAt: "desc" },
    take: limit,
  });
  return rows.flatMap(({ name }) => (name ? [name] : []));
}

/** In batches: pass the last id as `afterId` to get the next one. */
export const listNewsReaders = (cityId: number, afterId?: string, limit = 500) =>
  prisma.endorsement.findMany({
    where: { ...newsReaders(cityId), ...(afterId && { id: { gt: afterId } }) },
    select: { id: true, kind: true, locale: true, email: true },
    orderBy: { id: "asc" },
    take: limit,
  });

export const countNewsReaders = (cityId: number, client: Transaction = prisma): Promise<number> =>
  client.endorsement.count({ where: newsReaders(cityId) });

const newsReaders = (cityId: number) =>
  ({
    placeId: cityId,
    state: "confirmed",
    wantsNews: true,
    hasStoppedMails: false,
    email: { not: null },
  }) as const;

/** Longest waiting first. */
export const listHeldEndorsements = ({
  cityId,
  reason,
  limit = 100,
  page = 1,
}: { cityId?: number; reason?: HoldReason; limit?: number; page?: number } = {}) =>
  prisma.endorsement.findMany({
    where: heldBecause({ cityId, reason }),
    select: {
      id: true,
      kind: true,
      placeId: true,
      email: true,
      name: true,
      heldFor: true,
      submittedAt: true,
      confirmedAt: true,
      place: { select: { name: true, regionName: true, countryCode: true } },
    },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    take: limit,
    skip: (page - 1) * limit,
  });

export const countHeldEndorsements = (
  filter: { cityId?: number; reason?: HoldReason } = {},
): Promise<number> => prisma.endorsement.count({ where: heldBecause(filter) });

const heldBecause = ({
  cityId,
  reason,
}: {
  cityId?: number;
  reason?: HoldReason;
}): Prisma.EndorsementWhereInput => ({
  state: "held",
  ...(cityId && { placeId: cityId }),
  ...(reason && { heldFor: { has: reason } }),
});

type EndorsablePlace = {
  id: number;
  name: string;
  regionName: string | null;
  countryCode: string;
  publicName: string;
  /** A signatory can be thanked, any other place asked to sign. */
  kind: EndorsementKind;
};

/** Null if unknown. */
export async function findEndorsablePlace(cityId: number): Promise<EndorsablePlace | null> {
  const [place] = await prisma.$queryRaw<EndorsablePlace[]>`
    SELECT place.id, place.name, region_name AS "regionName", country_code AS "countryCode",
      coalesce(city.name, place.name) AS "publicName",
      CASE WHEN signatory.city_id IS NULL THEN 'asks' ELSE 'thanks' END AS kind
    FROM place LEFT JOIN city ON city.id = place.id
      LEFT JOIN signatory ON signatory.city_id = place.id
    WHERE place.id = ${cityId}`;
  return place ?? null;
}
