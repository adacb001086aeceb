import { z } from "zod";
import { isSimilarFolded } from "@/lib/applications/review/similar-name";
import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import { ApplicationState } from "@/prisma/generated/enums";

const placeSchema = z.object({
  id: z.number(),
  name: z.string(),
  countryCode: z.string(),
  regionName: z.string().nullable(),
});

const cityRowSchema = placeSchema.extend({
  isMember: z.boolean(),
  /** Its latest application. */
  application: z
    .object({ id: z.string(), reference: z.string(), state: z.enum(ApplicationState) })
    .nullable(),
});

const placesSchema = z.object({ placeCount: z.number(), places: z.array(placeSchema) });

export type Namesakes = {
  /** How many places of the world have this name, the city itself among them. */
  placeCount: number;
  /** The largest of the others. */
  places: z.output<typeof placeSchema>[];
  /** Cities of a similar name that are members or have applied. */
  cities: z.output<typeof cityRowSchema>[];
};

const shownPlaces = 3;
const shownCities = 5;

/** Of all names that people know a place by. */
export async function listNamesakes(cityId: number, name: string): Promise<Namesakes> {
  const [places, cities] = await Promise.all([
    listPlaces(cityId, name),
    listSimilarCities(cityId, name),
  ]);
  return { ...places, cities };
}

async function listPlaces(cityId: number, name: string) {
  const [row] = await prisma.$queryRaw<unknown[]>`
    WITH named AS (
      SELECT place.id, place.name, country_code, region_name, population
      FROM place_name JOIN place ON place.id = place_id
      WHERE folded = ${foldName(name)} AND is_whole)
    SELECT
      (SELECT count(*)::int FROM named) AS "placeCount",
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'countryCode',
        country_code, 'regionName', region_name) ORDER BY population DESC, id), '[]')
        FROM (SELECT * FROM named WHERE id <> ${cityId}
          ORDER BY population DESC, id LIMIT ${shownPlaces}) shown) AS places`;
  return placesSchema.parse(row);
}

/**
 * Which names are similar is found out here, among those that begin or end alike: names that differ
 * by one letter do. What is no plain letter may stand for one, so such names are read too.
 */
async function listSimilarCities(cityId: number, name: string): Promise<Namesakes["cities"]> {
  const folded = foldName(name);
  const [row] = await prisma.$queryRaw<{ named: [id: number, name: string][] | null }[]>`
    SELECT json_agg(json_build_array(id, name)) AS named FROM city
    WHERE id <> ${cityId}
      AND (lower(left(name, 1)) = ${folded.slice(0, 1)} OR left(name, 1) !~ '[a-zA-Z]'
        OR (length(name) BETWEEN ${name.length - 3} AND ${name.length + 3}
          AND (lower(right(name, 1)) = ${folded.slice(-1)} OR right(name, 1) !~ '[a-zA-Z]')))`;
  const similar = (row?.named ?? []).filter(([, other]) =>
    isSimilarFolded(folded, foldName(other)),
  );
  if (similar.length === 0) return [];
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT * FROM (
      SELECT city.id, city.name, country_code AS "countryCode", region_name AS "regionName",
        EXISTS (SELECT FROM signatory WHERE city_id = city.id) AS "isMember",
        (SELECT json_build_object('id', application.id, 'reference', reference, 'state', state)
          FROM application WHERE city_id = city.id AND state <> 'unconfirmed'
          ORDER BY submitted_at DESC LIMIT 1) AS application
      FROM city JOIN place ON place.id = city.id
      WHERE city.id = ANY(${similar.map(([id]) => id)}::int[])) AS similar_city
    WHERE "isMember" OR application IS NOT NULL ORDER BY id LIMIT ${shownCities}`;
  return z.array(cityRowSchema).parse(rows);
}
