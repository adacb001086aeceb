import type { DecisionFilter } from "@/lib/applications/decision-log/decision-filter";
import type { PublishedDecision } from "@/lib/applications/decision-log/queries";

const decisionsOnAPage = 50;

/** @param all newest first, as they stay. `page` counts from 1. */
export function selectDecisions(
  all: readonly PublishedDecision[],
  filter: DecisionFilter,
  page: number,
) {
  const found = all.filter(
    ({ date, city }) =>
      (!filter.year || date.getUTCFullYear() === filter.year) &&
      (!filter.city || city.cityId === filter.city),
  );
  return {
    total: found.length,
    pages: Math.ceil(found.length / decisionsOnAPage),
    years: countYears(all),
    decisions: found
      .slice((page - 1) * decisionsOnAPage, page * decisionsOnAPage)
      .map((decision) => withContext(decision, all)),
  };
}

/** Newest first. */
function countYears(decisions: readonly PublishedDecision[]): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { date } of decisions) {
    const year = date.getUTCFullYear();
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count }));
}

export type DecisionInContext = PublishedDecision & {
  corrects: PublishedDecision | null;
  /** What came after it, oldest first. */
  correctedBy: PublishedDecision[];
};

const withContext = (
  decision: PublishedDecision,
  all: readonly PublishedDecision[],
): DecisionInContext => ({
  ...decision,
  corrects: all.find(({ id }) => id === decision.correctsId) ?? null,
  correctedBy: all.filter(({ correctsId }) => correctsId === decision.id).reverse(),
});
