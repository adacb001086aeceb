import { weekdays, type Weekday } from "@/lib/calendar/schema";
import { before, dayMs, hourMs, isoDay } from "@/lib/durations";

/** The current day at UTC-12, where days end last, as `2026-11-23`. */
export const dayNotOverYet = (now: Date): string => isoDay(before(now, 12 * hourMs));

/** `month` from 1; 13 is January of the next year. */
const lastDayOfMonth = (year: number, month: number): Date => new Date(Date.UTC(year, month, 0));

export function lastWeekdayOfMonth(year: number, month: number, weekday: Weekday): string {
  const lastDay = lastDayOfMonth(year, month);
  const daysBack = (lastDay.getUTCDay() - weekdays.indexOf(weekday) + 7) % 7;
  return isoDay(before(lastDay, daysBack * dayMs));
}

/** `date` is a day or a month. */
export function lastDayOf(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number) as [number, number, number?];
  return dayOfMonth ? date : isoDay(lastDayOfMonth(year, month));
}

export function nextDate(weekday: Weekday, today: string): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const thisMonth = lastWeekdayOfMonth(year, month, weekday);
  return thisMonth >= today ? thisMonth : lastWeekdayOfMonth(year, month + 1, weekday);
}

export function previousDate(weekday: Weekday, today: string): string {
  const [year, month] = nextDate(weekday, today).split("-").map(Number) as [number, number];
  return lastWeekdayOfMonth(year, month - 1, weekday);
}
