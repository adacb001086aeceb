import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";

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

/**
 * Places with a name that begins with the query, in any script, most populous first; a name that is exactly the query comes first.
 * @param query as typed, e.g. "sao paulo" or "東京"
 */
export async function searchPlaces(query: string, limit = 10): Promise<FoundPlace[]> {
  const folded = foldName(query);
  if (!folded) return [];
  const rows = await prisma.$queryRaw<FoundPlace[]>`
    SELECT p.id, p.name, p.region_name AS "regionName", p.country_code AS "countryCode", p.population, n.name AS "matchedName"
    FROM (
      SELECT DISTINCT ON (place_id) place_id, name, population, folded = ${folded} AS exact
      FROM place_name WHERE folded LIKE ${`${folded}%`}
      ORDER BY place_id, exact DESC
    ) n
    JOIN place p ON p.id = n.place_id
    ORDER BY n.exact DESC, n.population DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, matchedName: row.matchedName === row.name ? null : row.matchedName }));
}

/** A place by its GeoNames id. */
export async function findPlace(id: number): Promise<FoundPlace | null> {
  const place = await prisma.place.findUnique({
    where: { id },
    select: { id: true, name: true, regionName: true, countryCode: true, population: true },
  });
  return place && { ...place, matchedName: null };
}
