/** In milliseconds. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** So many milliseconds later; earlier where they are negative. */
export const after = (time: Date, ms: number): Date => new Date(time.getTime() + ms);

export const before = (time: Date, ms: number): Date => after(time, -ms);

/** Midnight UTC of the day that a moment lies in. */
export const startOfDay = (time: Date): Date =>
  new Date(Math.floor(time.getTime() / dayMs) * dayMs);

/** A moment's day in UTC, e.g. "2026-11-23". */
export const isoDay = (time: Date): string => time.toISOString().slice(0, 10);
