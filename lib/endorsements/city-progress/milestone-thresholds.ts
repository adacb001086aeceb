/**
 * How many residents must ask for a city before it is told that they do. Below the first no number
 * is shown at all.
 */
const thresholds = [10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000] as const;

/** The marks that a count has reached, lowest first. */
export const thresholdsReached = (count: number): number[] =>
  thresholds.filter((mark) => mark <= count);

/** The next mark, null beyond the last. */
export const nextThreshold = (count: number): number | null =>
  thresholds.find((mark) => mark > count) ?? null;
