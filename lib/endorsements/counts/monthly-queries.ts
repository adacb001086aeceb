import { prisma } from "@/lib/db";
import type { EndorsementKind } from "@/prisma/generated/enums";
import { minShown } from "@/lib/endorsements/counts/shown-count";

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

export type CityMonth = { month: string; kind: EndorsementKind; added: number; removed: number };

/** Of one city, newest first, for staff: small numbers too. */
export const listCityMonths = (cityId: number) =>
  prisma.$queryRaw<CityMonth[]>`
    SELECT to_char(day, 'YYYY-MM') AS month, kind, sum(added)::int AS added,
      sum(removed)::int AS removed
    FROM endorsement_tally WHERE city_id = ${cityId} GROUP BY 1, 2 ORDER BY 1 DESC, 2`;

const shownOrNull = (count: number): number | null => (count < minShown ? null : count);
