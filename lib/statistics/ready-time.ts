import { after, dayMs, minuteMs } from "@/lib/durations";
import { firstDayOf, monthOf } from "@/lib/statistics/months";

/** Minutes. */
export type ReadyMonth = { month: string; ready: number; counted: number };

type ReadyDay = { day: Date; minutes: number };

/**
 * Of whole days from `since` until `today`, which is left out. On a day without a row the site was
 * never ready. Months of which nothing was counted are left out.
 */
export const readyByMonth = (
  months: readonly string[],
  days: readonly ReadyDay[],
  since: Date | null,
  today: Date,
): ReadyMonth[] =>
  months.flatMap((month) => {
    const counted = since ? minutesWithin(month, since, today) : 0;
    if (!since || counted === 0) return [];
    const ready = days
      .filter(({ day }) => day >= since && monthOf(day) === month)
      .reduce((sum, { minutes }) => sum + minutes, 0);
    return { month, ready, counted };
  });

function minutesWithin(month: string, since: Date, today: Date): number {
  const first = firstDayOf(month);
  const next = firstDayOf(monthOf(after(first, 32 * dayMs)));
  const begin = Math.max(first.getTime(), since.getTime());
  const end = Math.min(next.getTime(), today.getTime());
  return Math.max(0, (end - begin) / minuteMs);
}

/** A hundred percent is said of nothing less. */
export const shareOf = (ready: number, counted: number): number =>
  Math.floor((ready / counted) * 10_000) / 10_000;
