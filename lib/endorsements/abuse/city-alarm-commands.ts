import { prisma, type Transaction } from "@/lib/db";
import { alarmFor, type AlarmReason } from "@/lib/endorsements/abuse/city-alarm";
import type { WatchedActivity } from "@/lib/endorsements/abuse/city-alarm-queries";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import type { Settings } from "@/lib/settings/schema";

/** The open alarm, or the one that this endorsement raises: it is held then. */
export async function findOrRaiseAlarm(
  tx: Transaction,
  placeId: number,
  { openAlarmReason, ...activity }: WatchedActivity,
  settings: Settings,
  now: Date,
): Promise<AlarmReason | null> {
  if (openAlarmReason) return openAlarmReason;
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
