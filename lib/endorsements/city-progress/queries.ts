import type { Coordinates } from "@/lib/cities/distance";
import { distanceFrom } from "@/lib/cities/distance-sql";
import { findMovedSlug } from "@/lib/cities/moved-city";
import { prisma, type Transaction } from "@/lib/db";
import type { CityFacts } from "@/lib/endorsements/city-progress/city-standing";
import { cityColumns, endorsedCities } from "@/lib/endorsements/counts/endorsed-cities";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import { listMostEndorsedCities, type EndorsedCity } from "@/lib/endorsements/queries";
import { Prisma } from "@/prisma/generated/client";
import type { CityStepKind, EndorsementKind } from "@/prisma/generated/enums";

type ReadCity = {
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  latitude: number;
  longitude: number;
  population: number;
  asks: number;
  thanks: number;
  since: Date | null;
  signatory:
    | ({ listedAt: string; applicationId: string | null } & Record<
        "signedOn" | "announcedOn",
        string | null
      >)
    | null;
  steps: { kind: CityStepKind; recordedAt: string }[];
};

/** `asks` is exact: show it through shownCount(). */
export type CityWithProgress = NonNullable<Awaited<ReturnType<typeof readCity>>>;

/**
 * By its address or a former one. Null for a signatory, and for a city without residents who ask or
 * steps of staff.
 */
export async function findEndorsedCity(slug: string): Promise<CityWithProgress | null> {
  const city = await findEndorsedCityAt(slug);
  if (city) return city;
  const moved = await findMovedSlug(slug);
  return moved === null ? null : findEndorsedCityAt(moved);
}

async function findEndorsedCityAt(slug: string): Promise<CityWithProgress | null> {
  const city = await readCity(Prisma.sql`slug = ${slug}`);
  return city && !city.facts.signatory && (city.asks > 0 || city.facts.steps.length > 0)
    ? city
    : null;
}

export const findCityWithProgress = (
  cityId: number,
  client: Transaction = prisma,
): Promise<CityWithProgress | null> => readCity(Prisma.sql`city.id = ${cityId}`, client);

/** In one query: Prisma would ask once for each relation. */
async function readCity(where: Prisma.Sql, client: Transaction = prisma) {
  const [city] = await client.$queryRaw<ReadCity[]>`
    SELECT ${cityColumns}, latitude, longitude, population,
      ${totalOf("asks")} AS asks, ${totalOf("thanks")} AS thanks,
      (SELECT min(day) FROM endorsement_tally WHERE city_id = city.id) AS since,
      (SELECT json_build_object('signedOn', signed_on, 'announcedOn', announced_on,
        'listedAt', created_at, 'applicationId', application_id)
        FROM signatory WHERE city_id = city.id) AS signatory,
      (SELECT coalesce(json_agg(json_build_object('kind', kind, 'recordedAt', recorded_at)
        ORDER BY recorded_at, id), '[]')
        FROM city_step WHERE city_id = city.id AND taken_back_at IS NULL) AS steps
    FROM city JOIN place ON place.id = city.id WHERE ${where}`;
  if (!city) return null;
  const { signatory, steps, ...counted } = city;
  const facts: CityFacts = {
    endorsedSince: city.asks > 0 ? city.since : null,
    signatory: signatory && factsOf(signatory),
    steps: steps.map(({ kind, recordedAt }) => ({ kind, recordedAt: new Date(recordedAt) })),
  };
  return { ...counted, facts };
}

const totalOf = (kind: EndorsementKind) => Prisma.sql`coalesce((
  SELECT count FROM endorsement_total
  WHERE city_id = city.id AND kind = ${kind}::endorsement_kind), 0)`;

const toDate = (day: string | null): Date | null => (day === null ? null : new Date(day));

const factsOf = ({
  signedOn,
  announcedOn,
  listedAt,
  applicationId,
}: NonNullable<ReadCity["signatory"]>) => ({
  signedOn: toDate(signedOn),
  announcedOn: toDate(announcedOn),
  listedAt: new Date(listedAt),
  hasApplied: applicationId !== null,
});

/** All countries, and the regions of `country`, each with its number of endorsed cities. */
export async function listEndorsedAreas(country?: string): Promise<{
  countries: { code: string; cities: number }[];
  regions: { name: string; cities: number }[];
}> {
  const areas = await prisma.$queryRaw<{ code: string; region: string | null; cities: number }[]>`
    WITH endorsed AS (${endorsedCities})
    SELECT place.country_code AS code, place.region_name AS region, count(*)::int AS cities
    FROM endorsed JOIN place ON place.id = city_id
    GROUP BY 1, 2 ORDER BY 1, 2`;
  const codes = [...new Set(areas.map(({ code }) => code))];
  const countries = codes.map((code) => ({
    code,
    cities: areas.filter((area) => area.code === code).reduce((sum, { cities }) => sum + cities, 0),
  }));
  const regions = areas.flatMap(({ code, region, cities }) =>
    code === country && region ? [{ name: region, cities }] : [],
  );
  return { countries, regions };
}

/** Most endorsed first; only cities whose number is public. */
export async function listTopEndorsedCities(limit: number): Promise<EndorsedCity[]> {
  const { cities } = await listMostEndorsedCities({ limit });
  return cities.filter(({ asks }) => asks >= minShown);
}

/** A city whose number of asking residents is public, with its place. */
export type EndorsedCityOnMap = {
  slug: string;
  name: string;
  countryCode: string;
  latitude: number;
  longitude: number;
};

/** Only cities whose number is public. Nearest to `near` first, or most endorsed first. */
export const listEndorsedCitiesOnMap = ({
  near,
  limit,
}: {
  near?: Coordinates & { cityId: number };
  limit: number;
}): Promise<EndorsedCityOnMap[]> => prisma.$queryRaw`
  WITH endorsed AS (${endorsedCities})
  SELECT city.slug, city.name, place.country_code AS "countryCode", place.latitude, place.longitude
  FROM endorsed JOIN city ON city.id = city_id JOIN place ON place.id = city_id
  WHERE asks >= ${minShown} AND city.id <> ${near?.cityId ?? 0}
  ORDER BY ${near ? distanceFrom(near) : Prisma.sql`asks DESC`}, city.id LIMIT ${limit}`;

/** For search engines. `changedOn` is midnight UTC. */
export const listShownEndorsedCities = (): Promise<
  { slug: string; changedOn: Date }[]
> => prisma.$queryRaw`
  WITH endorsed AS (${endorsedCities})
  SELECT city.slug, (SELECT max(day) FROM endorsement_tally WHERE kind = 'asks' AND endorsement_tally.city_id = city.id) AS "changedOn"
  FROM endorsed JOIN city ON city.id = city_id WHERE asks >= ${minShown} ORDER BY city.slug`;

/** As the pages show it: `shown` is null below ten. */
export type ShownEndorsements = {
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  kind: EndorsementKind;
  shown: number | null;
  /** Midnight UTC. */
  since: Date | null;
};

/** All endorsed cities, and signatories that ten or more thank, by their GeoNames ids. */
export const listEndorsementCounts = (): Promise<ShownEndorsements[]> => prisma.$queryRaw`
  WITH endorsed AS (
    SELECT city_id, 'asks'::endorsement_kind AS kind, asks AS count
    FROM (${endorsedCities}) AS cities
    UNION ALL
    SELECT total.city_id, total.kind, total.count FROM endorsement_total AS total
    JOIN signatory ON signatory.city_id = total.city_id
    WHERE total.kind = 'thanks' AND total.count >= ${minShown})
  SELECT ${cityColumns},
    endorsed.kind::text AS kind, CASE WHEN endorsed.count >= ${minShown}
      THEN endorsed.count END AS shown,
    (SELECT min(day) FROM endorsement_tally AS tally WHERE tally.city_id = city.id
      AND tally.kind = endorsed.kind) AS since
  FROM endorsed JOIN city ON city.id = endorsed.city_id JOIN place ON place.id = city.id ORDER BY city.id, kind`;
