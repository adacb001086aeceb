export const monthsShown = 12;

/** As 2026-11, oldest first: the month of this day (UTC) and those before it. */
export const lastMonths = (now: Date, count = monthsShown): string[] =>
  Array.from({ length: count }, (_, index) =>
    monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - index), 1))),
  );

export const monthOf = (date: Date): string => date.toISOString().slice(0, 7);

/** Midnight UTC. */
export const firstDayOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
