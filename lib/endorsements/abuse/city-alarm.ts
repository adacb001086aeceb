import type { Settings } from "@/lib/settings/schema";
import type { HoldReason } from "@/prisma/generated/enums";

export type AlarmReason = Extract<HoldReason, "city_share" | "city_burst">;

/** In a small village a few neighbours are a large share. */
export const minForShareAlarm = 50;

/** A burst is more within an hour than on so many usual days together. */
export const burstInUsualDays = 3;

/** What is usual: the average of so many days before today. */
export const usualOverDays = 30;

/** After staff have ended an alarm about a burst, the burst may go on for so long. */
export const quietAfterBurstHours = 24;

/** Before the endorsement in question, of a city that has no open alarm. */
export type CityActivity = {
  /** 0 where nobody knows. */
  population: number;
  asks: number;
  asksInLastHour: number;
  usualPerDay: number;
  /** How many asked when staff ended the alarm about the share; 0 if there was none. */
  asksAcceptedByStaff: number;
  wasBurstEndedLately: boolean;
};

export function alarmFor(
  activity: CityActivity,
  { shareAlarmPercent, burstAlarmAsks }: Settings,
): { reason: AlarmReason; count: number } | null {
  const asks = activity.asks + 1;
  const asksInHour = activity.asksInLastHour + 1;
  const isLargeShare =
    activity.population > 0 && asks > (activity.population * shareAlarmPercent) / 100;
  if (isLargeShare && asks >= minForShareAlarm && asks > 2 * activity.asksAcceptedByStaff)
    return { reason: "city_share", count: asks };
  const isFarAboveUsual = asksInHour > burstInUsualDays * activity.usualPerDay;
  return asksInHour > burstAlarmAsks && isFarAboveUsual && !activity.wasBurstEndedLately
    ? { reason: "city_burst", count: asksInHour }
    : null;
}
