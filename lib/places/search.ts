import { prisma } from "@/lib/db";
import { isInArea, splitNameAndArea } from "@/lib/places/area";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

/** A place of the world. Names repeat, so region and country belong to it wherever it is shown. */
export type FoundPlace = {
  /** GeoNames id. */
  id: number;
  name: string;
  regionName: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  population: number;
  /** The other name that the search met, where it is not `name`. */
  matchedName: string | null;
};

const longestQuery = 100;
/** So many places of one name are looked through for the region or country that was typed behind it. */
const mostNamesakes = 200;

/**
 * Places with a name that begins with the query, in any script: those with exactly this name first, then the most populous.
 * When there is none, the end of the query is taken as a region or country.
 * @param query as typed, e.g. "sao paulo", "東京" or "Portland, Maine"; only its first 100 characters count
 */
export async function searchPlaces(query: string, limit = 10): Promise<FoundPlace[]> {
  const folded = foldName(query.slice(0, longestQuery));
  if (!folded) return [];
  const byName = await findByBeginning(folded, limit);
  return byName.length > 0 ? byName : findByNameAndArea(folded, limit);
}

/** Short beginnings fit too many names to sort; but then the large places, which have an index of their own, fill the list already. */
async function findByBeginning(folded: string, limit: number): Promise<FoundPlace[]> {
  const large = await rankByBeginning(folded, limit, Prisma.sql`folded = ${folded} OR (folded LIKE ${`${folded}%`} AND population >= 100000)`);
  return large.length === limit ? large : rankByBeginning(folded, limit, Prisma.sql`folded LIKE ${`${folded}%`}`);
}

/** Exact is a main name, or any name of a large place: Rome for "Roma", but for "York" not the small town that was once called so. */
const rankByBeginning = (folded: string, limit: number, condition: Prisma.Sql): Promise<FoundPlace[]> => prisma.$queryRaw`
  WITH fit AS (
    SELECT place_id, max(population) AS population, bool_or(folded = ${folded} AND (is_main OR population >= 100000)) AS is_exact
    FROM place_name WHERE ${condition} GROUP BY place_id
  ), best AS (
    SELECT place_id, is_exact FROM fit ORDER BY is_exact DESC, population DESC, place_id LIMIT ${limit}
  )
  SELECT id, name, region_name AS "regionName", country_code AS "countryCode", population, NULLIF(matched.name_that_fits, name) AS "matchedName"
  FROM best JOIN place ON id = place_id, LATERAL (
    SELECT n.name AS name_that_fits FROM place_name n WHERE n.place_id = place.id AND n.folded LIKE ${`${folded}%`}
    ORDER BY n.name = place.name DESC, length(n.folded) LIMIT 1
  ) AS matched
  ORDER BY is_exact DESC, population DESC, id`;

async function findByNameAndArea(folded: string, limit: number): Promise<FoundPlace[]> {
  for (const { name, area } of splitNameAndArea(folded)) {
    const places = await listNamesakes(name);
    const inArea = places.filter((place) => isInArea(place, area));
    if (inArea.length > 0) return inArea.slice(0, limit);
  }
  return [];
}

const listNamesakes = (folded: string): Promise<FoundPlace[]> => prisma.$queryRaw`
  SELECT p.id, p.name, p.region_name AS "regionName", p.country_code AS "countryCode", p.population, NULLIF(n.name, p.name) AS "matchedName"
  FROM place_name n JOIN place p ON p.id = n.place_id WHERE n.folded = ${folded}
  ORDER BY n.is_main DESC, p.population DESC, p.id LIMIT ${mostNamesakes}`;

/** A place by its GeoNames id. */
export async function findPlace(id: number): Promise<FoundPlace | null> {
  const place = await prisma.place.findUnique({
    where: { id },
    select: { id: true, name: true, regionName: true, countryCode: true, population: true },
  });
  return place && { ...place, matchedName: null };
}
