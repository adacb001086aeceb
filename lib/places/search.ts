import { prisma } from "@/lib/db";
import { isInArea, splitNameAndArea } from "@/lib/places/area";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

export type FoundPlace = {
  /** GeoNames id. */
  id: number;
  name: string;
  regionName: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  population: number;
  /** The other name that the query matched; null when it is `name`. */
  matchedName: string | null;
};

const maxQueryLength = 100;
/** Rows read per query to find the region or country that follows the name. */
const maxNamesakes = 500;

/** Only the first 100 characters count; a region or country may follow: "Portland, Maine". */
export async function searchPlaces(query: string, limit = 10): Promise<FoundPlace[]> {
  const folded = foldName(query.slice(0, maxQueryLength));
  if (!folded) return [];
  const byName = await findByBeginning(folded, limit);
  if (byName.length === limit) return byName;

  const known = new Set(byName.map(({ id }) => id));
  const byArea = (await findByNameAndArea(folded)).filter(({ id }) => !known.has(id));
  return [...byName, ...byArea].slice(0, limit);
}

/** Short beginnings match too many rows to sort, but then the heaviest, indexed, are enough. */
async function findByBeginning(folded: string, limit: number): Promise<FoundPlace[]> {
  const weightiest = await rankByBeginning(
    folded,
    limit,
    Prisma.sql`folded = ${folded} OR (folded LIKE ${`${folded}%`} AND weight >= 100000)`,
  );
  return weightiest.length === limit
    ? weightiest
    : rankByBeginning(folded, limit, Prisma.sql`folded LIKE ${`${folded}%`}`);
}

const rankByBeginning = (
  folded: string,
  limit: number,
  condition: Prisma.Sql,
): Promise<FoundPlace[]> => prisma.$queryRaw`
  WITH fit AS (
    SELECT place_id, bool_or(folded = ${folded} AND is_whole) AS is_exact, max(weight) AS weight
    FROM place_name WHERE ${condition} GROUP BY place_id
  ), best AS (
    SELECT * FROM fit ORDER BY is_exact DESC, weight DESC, place_id LIMIT ${limit}
  )
  SELECT id, name, region_name AS "regionName", country_code AS "countryCode", population, NULLIF(matched.name_that_fits, name) AS "matchedName"
  FROM best JOIN place ON id = place_id, LATERAL (
    SELECT n.name AS name_that_fits FROM place_name n WHERE n.place_id = place.id AND n.folded LIKE ${`${folded}%`}
    ORDER BY n.name = place.name DESC, length(n.folded) LIMIT 1
  ) AS matched
  ORDER BY is_exact DESC, weight DESC, id`;

async function findByNameAndArea(folded: string): Promise<FoundPlace[]> {
  const readings = splitNameAndArea(folded);
  if (readings.length === 0) return [];
  const places = await listNamesakes(readings.map(({ name }) => name));
  const fitting = readings.map(({ name, area }) =>
    places.filter((place) => place.folded === name && isInArea(place, area)),
  );
  return (fitting.find((found) => found.length > 0) ?? []).map(withoutFolded);
}

const withoutFolded = ({
  id,
  name,
  regionName,
  countryCode,
  population,
  matchedName,
}: FoundPlace): FoundPlace => ({ id, name, regionName, countryCode, population, matchedName });

const listNamesakes = (
  names: string[],
): Promise<(FoundPlace & { folded: string })[]> => prisma.$queryRaw`
  SELECT n.folded, p.id, p.name, p.region_name AS "regionName", p.country_code AS "countryCode", p.population, NULLIF(n.name, p.name) AS "matchedName"
  FROM place_name n JOIN place p ON p.id = n.place_id WHERE n.folded = ANY(${names})
  ORDER BY n.is_whole DESC, n.weight DESC, p.id LIMIT ${maxNamesakes}`;

export async function findPlace(id: number): Promise<FoundPlace | null> {
  const place = await prisma.place.findUnique({
    where: { id },
    select: { id: true, name: true, regionName: true, countryCode: true, population: true },
  });
  return place && { ...place, matchedName: null };
}
