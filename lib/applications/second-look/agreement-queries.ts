import { prisma } from "@/lib/db";

/** With fewer answers, a share says more about single people than about the review. */
export const minAnswersShown = 10;

export type Agreement = { answered: number; agreed: number };

/** Of the decisions that a second reviewer has looked at since. */
export async function countAgreement(since: Date): Promise<Agreement> {
  const [counts] = await prisma.$queryRaw<Agreement[]>`
    SELECT count(*)::int AS answered, (count(*) FILTER (WHERE agrees))::int AS agreed
    FROM decision_sample WHERE answered_at >= ${since.toISOString()}::timestamptz`;
  return counts ?? { answered: 0, agreed: 0 };
}
