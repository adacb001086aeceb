import { dayMs } from "@/lib/durations";

/** With fewer decisions there is no estimate. */
export const fewestDecisions = 5;

/**
 * Mondays to Fridays in UTC, without the holidays of the staff, each like 2026-12-25. Holidays of
 * cities differ and count as days.
 */
export function workingDaysBetween(from: Date, to: Date, holidays: readonly string[] = []): number {
  const first = Math.floor(from.getTime() / dayMs);
  const days = Math.max(0, Math.floor(to.getTime() / dayMs) - first);
  const weeks = Math.floor(days / 7);
  // 1 January 1970 was a Thursday: day number 2 a Saturday.
  const rest = Array.from(
    { length: days % 7 },
    (_, index) => (first + weeks * 7 + index + 1 + 5) % 7,
  );
  const free = new Set(holidays.map((day) => Date.parse(day) / dayMs)).values();
  const freeWorkdays = [...free].filter(
    (day) => day > first && day <= first + days && isWorkday((day + 5) % 7),
  );
  return weeks * 5 + rest.filter(isWorkday).length - freeWorkdays.length;
}

/** Saturday is 0, Sunday 1. */
const isWorkday = (weekday: number): boolean => weekday > 1;

/** Median in working days, at least one; null when there are too few reviews. */
export function estimateWait(reviews: readonly number[]): number | null {
  if (reviews.length < fewestDecisions) return null;
  const days = [...reviews].sort((one, other) => one - other);
  const median = days[Math.floor(days.length / 2)] ?? 0;
  return Math.max(1, median);
}
