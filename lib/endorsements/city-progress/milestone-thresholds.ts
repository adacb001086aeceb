/** Below the first, no number is shown at all. */
export const thresholds = [10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000] as const;

export const thresholdsReached = (count: number): number[] =>
  thresholds.filter((mark) => mark <= count);

/** Null beyond the last. */
export const nextThreshold = (count: number): number | null =>
  thresholds.find((mark) => mark > count) ?? null;
