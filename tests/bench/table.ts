/** What was measured, beside what may or must be. */
export type Figure = { what: string; measured: string; limit?: string };

/** A table for people and for Markdown alike. */
export function tableOf(figures: Figure[]): string {
  const cells = [
    ["What", "Wanted", "Measured"],
    ...figures.map(({ what, limit = "", measured }) => [what, limit, measured]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

export const withThousands = (number: number): string => Math.round(number).toLocaleString("en");
export const asMs = (milliseconds: number): string =>
  `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;

/** @param share 0.5 for the median, 0.99 for the 99th percentile */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
