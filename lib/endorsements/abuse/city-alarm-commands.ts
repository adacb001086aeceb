import { prisma, type Transaction } from "@/lib/db";
import { before, dayMs, hourMs, isoDay } from "@/lib/durations";
import {
  alarmFor,
  quietAfterBurstHours,
  usualOverDays,
  type AlarmReason,
  type CityActivity,
} from "@/lib/endorsements/abuse/city-alarm";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";

/** The open alarm, or the one that this ask raises: it is held then. */
export async function findOrRaiseAlarm(
  tx: Transaction,
  placeId: number,
  now: Date,
): Promise<AlarmReason | null> {
  const [settings, found] = [await readSettings(tx), await findActivity(tx, placeId, now)];
  if (!found) return null;
  const { openAlarm, ...activity } = found;
  if (openAlarm) return openAlarm;
  const alarm = alarmFor(activity, settings);
  if (!alarm) return null;
  const { count: raised } = await tx.cityAlarm.createMany({
    data: { placeId, openForPlaceId: placeId, ...alarm, raisedAt: now },
    skipDuplicates: true,
  });
  if (raised > 0)
    await recordEvent(tx, {
      kind: "city_alarm_raised",
      actor: "system",
      cityId: placeId,
      detail: alarm,
    });
  return alarm.reason;
}

type Found = CityActivity & { openAlarm: AlarmReason | null };

async function findActivity(
  tx: Transaction,
  placeId: number,
  now: Date,
): Promise<Found | undefined> {
  const hourAgo = before(now, hourMs).toISOString();
  const quietSince = before(now, quietAfterBurstHours * hourMs).toISOString();
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT population,
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
      (SELECT reason FROM city_alarm WHERE open_for_place_id = place.id) AS "openAlarm"
    FROM place WHERE id = ${placeId}`;
  return found;
}

/** What it holds stays held until it is released or invalidated. */
export function endAlarm(
  id: string,
  staffId: string,
  now = new Date(),
): Promise<Result<"endedMeanwhile">> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.cityAlarm.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, endedById: staffId, openForPlaceId: null },
    });
    if (count === 0) return { ok: false, reason: "endedMeanwhile" };
    const { placeId, reason } = await tx.cityAlarm.findUniqueOrThrow({
      where: { id },
      select: { placeId: true, reason: true },
    });
    await recordEvent(tx, {
      kind: "city_alarm_ended",
      actor: "staff",
      staffId,
      cityId: placeId,
      detail: { reason },
    });
    return { ok: true };
  });
}
