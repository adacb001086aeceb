import { dayMs } from "@/lib/durations";

/** Fewer decisions than this say nothing about the next one. */
const fewestDecisions = 5;

/**
 * Whole working days between two moments: Mondays to Fridays in UTC. Holidays differ from city to
 * city and count as days.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  const first = Math.floor(from.getTime() / dayMs);
  const days = Math.max(0, Math.floor(to.getTime() / dayMs) - first);
  const weeks = Math.floor(days / 7);
  // 1 January 1970 was a Thursday: day number 2 a Saturday.
  const rest = Array.from(
    { length: days % 7 },
    (_, index) => (first + weeks * 7 + index + 1 + 5) % 7,
  );
  return weeks * 5 + rest.filter((weekday) => weekday !== 0 && weekday !== 1).length;
}

/**
 * How long a review takes: the median of past ones.
 * @param reviews the working days that each lay with the staff
 * @returns working days, at least one; null when there are too few decisions to tell
 */
export function estimateWait(reviews: readonly number[]): number | null {
  if (reviews.length < fewestDecisions) return null;
  const days = [...reviews].sort((one, other) => one - other);
  const median = days[Math.floor(days.length / 2)] ?? 0;
  return Math.max(1, median);
}
