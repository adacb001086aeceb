import { prisma } from "@/lib/db";
import { before, dayMs, hourMs, isoDay } from "@/lib/durations";
import {
  quietAfterBurstHours,
  usualOverDays,
  type AlarmReason,
  type CityActivity,
} from "@/lib/endorsements/abuse/city-alarm";
import { Prisma } from "@/prisma/generated/client";

/** Why endorsements of `place.id` are held, as part of a statement. Null: they are not. */
export const openAlarmReason = Prisma.sql`(
  SELECT reason FROM city_alarm WHERE open_for_place_id = place.id)`;

/** What decides whether the next endorsement raises an alarm. */
export type WatchedActivity = CityActivity & { openAlarmReason: AlarmReason | null };

/** The columns of WatchedActivity, for a statement that reads from `place`. */
export function watchedActivity(now: Date): Prisma.Sql {
  const hourAgo = before(now, hourMs).toISOString();
  const quietSince = before(now, quietAfterBurstHours * hourMs).toISOString();
  return Prisma.sql`population,
    coalesce((SELECT count FROM endorsement_total
      WHERE city_id = place.id AND kind = 'asks'), 0)::int AS asks,
    (SELECT count(*) FROM endorsement WHERE place_id = place.id AND state = 'confirmed'
      AND confirmed_at > ${hourAgo}::timestamptz)::int AS "asksInLastHour",
    coalesce((SELECT sum(added) FROM endorsement_tally
      WHERE city_id = place.id AND kind = 'asks' AND day < ${isoDay(now)}::date
        AND day >= ${isoDay(before(now, usualOverDays * dayMs))}::date), 0)::float
      / ${usualOverDays} AS "usualPerDay",
    coalesce((SELECT max(count) FROM city_alarm WHERE place_id = place.id
      AND reason = 'city_share' AND ended_at IS NOT NULL), 0) AS "asksAcceptedByStaff",
    EXISTS (SELECT FROM city_alarm WHERE place_id = place.id AND reason = 'city_burst'
      AND ended_at > ${quietSince}::timestamptz) AS "wasBurstEndedLately",
    ${openAlarmReason} AS "openAlarmReason"`;
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

const maxListed = 50;

/** Oldest first. */
export const listOpenAlarms = () => prisma.$queryRaw<OpenAlarm[]>`
  SELECT alarm.id, place.id AS "placeId", reason, count, raised_at AS "raisedAt",
    coalesce(city.name, place.name) AS name, region_name AS "regionName",
    country_code AS "countryCode", population,
    (SELECT count(*)::int FROM endorsement WHERE place_id = place.id AND state = 'held') AS held
  FROM city_alarm AS alarm JOIN place ON place.id = alarm.open_for_place_id
    LEFT JOIN city ON city.id = place.id
  ORDER BY raised_at, alarm.id LIMIT ${maxListed}`;
