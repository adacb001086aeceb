import { weekdays, type Weekday } from "@/lib/calendar/schema";
import { before, dayMs, hourMs, isoDay } from "@/lib/durations";

/**
 * The day it still is somewhere in the world, as `2026-11-23`: an event of that day is not over.
 * The last places to end a day are twelve hours behind UTC.
 */
export const dayNotOverYet = (now: Date): string => isoDay(before(now, 12 * hourMs));

/** The last day of a `month` of 1 to 12, or beyond: month 13 is January of the next year. */
const lastDayOfMonth = (year: number, month: number): Date => new Date(Date.UTC(year, month, 0));

/** E.g. the last Thursday of November 2026, as `2026-11-26`. */
export function lastWeekdayOfMonth(year: number, month: number, weekday: Weekday): string {
  const lastDay = lastDayOfMonth(year, month);
  const daysBack = (lastDay.getUTCDay() - weekdays.indexOf(weekday) + 7) % 7;
  return isoDay(before(lastDay, daysBack * dayMs));
}

/** The last day of what is known as a day (itself) or only as a month. */
export function lastDayOf(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number) as [number, number, number?];
  return dayOfMonth ? date : isoDay(lastDayOfMonth(year, month));
}

/** The next date of a monthly series; today's counts as one to come. */
export function nextDate(weekday: Weekday, today: string): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const thisMonth = lastWeekdayOfMonth(year, month, weekday);
  return thisMonth >= today ? thisMonth : lastWeekdayOfMonth(year, month + 1, weekday);
}
