export type DailyCount = { day: Date; added: number; removed: number };

/** Only months in which something changed. */
export function monthlyTotals(
  days: readonly DailyCount[],
): { month: string; added: number; removed: number; total: number }[] {
  const months = new Map<string, { added: number; removed: number }>();
  for (const { day, added, removed } of days) {
    const month = day.toISOString().slice(0, 7);
    const before = months.get(month) ?? { added: 0, removed: 0 };
    months.set(month, { added: before.added + added, removed: before.removed + removed });
  }
  let total = 0;
  return [...months].map(([month, { added, removed }]) => ({
    month,
    added,
    removed,
    total: (total += added - removed),
  }));
}

/** Points of a stepped line from the first day to today, scaled to a box. */
export function curvePoints(
  days: readonly DailyCount[],
  today: Date,
  width: number,
  height: number,
): string {
  const first = days[0]?.day.getTime() ?? today.getTime();
  const span = Math.max(1, today.getTime() - first);
  let total = 0;
  const steps = days.map(({ day, added, removed }) => ({
    x: ((day.getTime() - first) / span) * width,
    before: total,
    after: (total += added - removed),
  }));
  const highest = Math.max(1, ...steps.map(({ after }) => after));
  const y = (count: number) => height - (count / highest) * height;
  const points = steps.flatMap(({ x, before, after }) => [
    [x, y(before)],
    [x, y(after)],
  ]);
  return [...points, [width, y(total)]]
    .map((point) => point.map((part) => part.toFixed(1)).join(","))
    .join(" ");
}
