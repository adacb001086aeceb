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

const rowSchema = z.object({
  placeCount: z.number(),
  places: z.array(placeSchema),
  cities: z.array(cityRowSchema),
});

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
const readCities = 2_000;

/** Of all names that people know a place by. */
export async function listNamesakes(cityId: number, name: string): Promise<Namesakes> {
  const folded = foldName(name);
  const [first = ""] = [...name];
  const [row] = await prisma.$queryRaw<unknown[]>`
    WITH named AS (
      SELECT place.id, place.name, country_code, region_name, population FROM place_name JOIN place
        ON place.id = place_id
      WHERE folded = ${folded} AND is_whole)
    SELECT
      (SELECT count(*)::int FROM named) AS "placeCount",
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'countryCode',
        country_code, 'regionName', region_name) ORDER BY population DESC, id), '[]')
        FROM (SELECT * FROM named WHERE id <> ${cityId}
          ORDER BY population DESC, id LIMIT ${shownPlaces}) shown) AS places,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'countryCode',
        country_code, 'regionName', region_name,
          'isMember', is_member, 'application', application)), '[]')
        FROM (SELECT city.id, city.name, country_code, region_name,
            EXISTS (SELECT FROM signatory WHERE city_id = city.id) AS is_member,
            (SELECT json_build_object('id', other.id, 'reference', reference, 'state', state)
              FROM application other
              WHERE other.city_id = city.id AND state <> 'unconfirmed'
                ORDER BY submitted_at DESC LIMIT 1) AS application
          FROM city JOIN place ON place.id = city.id
          WHERE city.id <> ${cityId} AND (length(city.name) BETWEEN ${name.length - 3} AND ${name.length + 3} OR city.name ILIKE ${`${first}%`})
            AND (EXISTS (SELECT FROM signatory WHERE city_id = city.id)
              OR EXISTS (SELECT FROM application other WHERE other.city_id = city.id
                AND state <> 'unconfirmed'))
          ORDER BY city.id LIMIT ${readCities}) candidate) AS cities`;
  const { cities, ...places } = rowSchema.parse(row);
  const similar = cities.filter((city) => isSimilarName(city.name, name));
  return { ...places, cities: similar.slice(0, shownCities) };
}
