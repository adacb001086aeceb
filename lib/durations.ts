export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const after = (time: Date, ms: number): Date => new Date(time.getTime() + ms);

export const before = (time: Date, ms: number): Date => after(time, -ms);

/** Midnight UTC. */
export const startOfDay = (time: Date): Date =>
  new Date(Math.floor(time.getTime() / dayMs) * dayMs);

/** In UTC, e.g. "2026-11-23". */
export const isoDay = (time: Date): string => time.toISOString().slice(0, 10);
