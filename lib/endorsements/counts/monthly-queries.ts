import { prisma } from "@/lib/db";
import { fewestShown } from "@/lib/endorsements/counts/shown-count";

/** `month` as 2026-11. Null where the number is too small to be shown. */
export type MonthlyEndorsements = {
  month: string;
  added: number | null;
  removed: number | null;
};

/** Of all cities together, from the tallies; only months in which something changed. */
export async function listMonthlyEndorsements(
  since: Date,
  before: Date,
): Promise<MonthlyEndorsements[]> {
  const months = await prisma.$queryRaw<{ month: string; added: number; removed: number }[]>`
    SELECT to_char(day, 'YYYY-MM') AS month, sum(added)::int AS added, sum(removed)::int AS removed
    FROM endorsement_tally WHERE day >= ${since}::date AND day < ${before}::date
    GROUP BY 1 ORDER BY 1`;
  return months.map(({ month, added, removed }) => ({
    month,
    added: shownOrNull(added),
    removed: shownOrNull(removed),
  }));
}

const shownOrNull = (count: number): number | null => (count < fewestShown ? null : count);
