import { prisma } from "@/lib/db";
import type { AlarmReason } from "@/lib/endorsements/abuse/city-alarm";

/** Null: asks for this place are not held because of an alarm. */
export async function findOpenAlarm(placeId: number): Promise<AlarmReason | null> {
  const [alarm] = await prisma.$queryRaw<{ reason: AlarmReason }[]>`
    SELECT reason FROM city_alarm WHERE open_for_place_id = ${placeId}`;
  return alarm?.reason ?? null;
}

export type OpenAlarm = {
  id: string;
  placeId: number;
  reason: AlarmReason;
  count: number;
  raisedAt: Date;
  name: string;
  regionName: string | null;
  countryCode: string;
  population: number;
  held: number;
};

const mostListed = 50;

/** Oldest first. */
export const listOpenAlarms = () => prisma.$queryRaw<OpenAlarm[]>`
  SELECT alarm.id, place.id AS "placeId", reason, count, raised_at AS "raisedAt",
    coalesce(city.name, place.name) AS name, region_name AS "regionName",
    country_code AS "countryCode", population,
    (SELECT count(*)::int FROM endorsement WHERE place_id = place.id AND state = 'held') AS held
  FROM city_alarm AS alarm JOIN place ON place.id = alarm.open_for_place_id
    LEFT JOIN city ON city.id = place.id
  ORDER BY raised_at, alarm.id LIMIT ${mostListed}`;
