import { z } from "zod";
import { isSimilarName } from "@/lib/applications/review/similar-name";
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

/** Which names are similar is found out here: all that may be are read, and nothing else of them. */
async function listSimilarCities(cityId: number, name: string): Promise<Namesakes["cities"]> {
  const [first = ""] = [...name];
  const named = await prisma.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM city
    WHERE id <> ${cityId}
      AND (length(name) BETWEEN ${name.length - 3} AND ${name.length + 3}
        OR name ILIKE ${`${first}%`})
      AND id IN (SELECT city_id FROM signatory
        UNION SELECT city_id FROM application WHERE state <> 'unconfirmed')
    ORDER BY id`;
  const similar = named.filter((city) => isSimilarName(city.name, name)).slice(0, shownCities);
  if (similar.length === 0) return [];
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT city.id, city.name, country_code AS "countryCode", region_name AS "regionName",
      EXISTS (SELECT FROM signatory WHERE city_id = city.id) AS "isMember",
      (SELECT json_build_object('id', application.id, 'reference', reference, 'state', state)
        FROM application WHERE city_id = city.id AND state <> 'unconfirmed'
        ORDER BY submitted_at DESC LIMIT 1) AS application
    FROM city JOIN place ON place.id = city.id
    WHERE city.id = ANY(${similar.map(({ id }) => id)}::int[]) ORDER BY city.id`;
  return z.array(cityRowSchema).parse(rows);
}
