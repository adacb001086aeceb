import { dayMs } from "@/lib/durations";

/** With fewer decisions there is no estimate. */
export const minDecisions = 5;

/**
 * Mondays to Fridays in UTC, without the holidays of the staff, each like 2026-12-25. Holidays of
 * cities differ and count as days.
 */
export function workingDaysBetween(from: Date, to: Date, holidays: readonly string[] = []): number {
  const first = dayOf(from);
  const last = Math.max(first, dayOf(to));
  const free = [...new Set(holidays)].filter((holiday) => {
    const day = dayOf(new Date(holiday));
    return day > first && day <= last && weekdayOf(day) < 5;
  });
  return workdaysUntil(last) - workdaysUntil(first) - free.length;
}

const dayOf = (time: Date): number => Math.floor(time.getTime() / dayMs);

/** Monday is 0: 1 January 1970, day number 0, was a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % 7;

/** Those of a day's week up to and with it, and all before. */
const workdaysUntil = (day: number): number =>
  Math.floor((day + 3) / 7) * 5 + Math.min(weekdayOf(day) + 1, 5);

/** Median in working days, at least one; null when there are too few reviews. */
export function estimateWait(reviews: readonly number[]): number | null {
  if (reviews.length < minDecisions) return null;
  const days = [...reviews].sort((one, other) => one - other);
  const median = days[Math.floor(days.length / 2)] ?? 0;
  return Math.max(1, median);
}
