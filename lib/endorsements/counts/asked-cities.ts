import { Prisma } from "@/prisma/generated/client";

/**
 * SQL that gives a row for each city that residents ask to sign now, with how many they are:
 * `city_id` and `asks`, to be used as `WITH asked AS (${askedCities})`. Those that have signed are
 * not among them.
 */
export const askedCities = Prisma.sql`
  SELECT city_id, count AS asks FROM endorsement_total
  WHERE kind = 'asks' AND count > 0 AND NOT EXISTS (SELECT FROM signatory WHERE signatory.city_id = endorsement_total.city_id)`;
