import { Prisma } from "@/prisma/generated/client";

/**
 * `city_id` and `asks` of each endorsed city, without signatories and without those whose page
 * leads to another city. For a WITH clause.
 */
export const endorsedCities = Prisma.sql`
  SELECT city_id, count AS asks FROM endorsement_total
  WHERE kind = 'asks' AND count > 0 AND NOT EXISTS (SELECT FROM signatory
    WHERE signatory.city_id = endorsement_total.city_id)
    AND NOT EXISTS (SELECT FROM city_link WHERE city_link.in_force_for_id = endorsement_total.city_id)`;

/** Of a `city` and its `place`, as part of a statement. */
export const cityColumns = Prisma.sql`city.id AS "cityId", city.slug, city.name,
  place.region_name AS "regionName", place.country_code AS "countryCode"`;
