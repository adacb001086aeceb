/** The middle one, or the mean of the two in the middle. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = inOrder(values);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The smallest value that at least this share of all do not exceed. Null of nothing. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = inOrder(values);
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  return sorted[rank - 1] ?? null;
}

const inOrder = (values: readonly number[]): number[] =>
  [...values].sort((one, other) => one - other);
