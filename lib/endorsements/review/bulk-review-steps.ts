import { prisma, type Transaction } from "@/lib/db";
import {
  holdAgain,
  invalidateEndorsement,
  releaseEndorsement,
  restoreInvalidated,
} from "@/lib/endorsements/review/review-commands";
import { refreshSiteVersion } from "@/lib/site-version";
import type { BulkReviewAction } from "@/prisma/generated/enums";

// Each step is one transaction: a process may die in between, and any other can go on.

type LockedReview = {
  action: BulkReviewAction;
  state: "held" | "confirmed";
  staffId: string;
  undoneById: string | null;
  isUndone: boolean;
  /** Stopped by a colleague, or finished. */
  isOver: boolean;
};

type StepOutcome = "changed" | "left as it is" | "none";

/** Returns the number of steps that changed something. */
export async function runSteps(
  id: string,
  until: { steps: number; time: number },
  now?: Date,
): Promise<number> {
  let changed = 0;
  for (let step = 0; step < until.steps && Date.now() < until.time; step++) {
    const outcome = await prisma.$transaction((tx) => runStep(tx, id, now ?? new Date()));
    if (outcome === "none") break;
    if (outcome === "changed") changed += 1;
  }
  await refreshSiteVersion();
  return changed;
}

async function runStep(tx: Transaction, id: string, now: Date): Promise<StepOutcome> {
  const review = await lockReview(tx, id);
  if (review.isOver) return "none";
  const subjectId = await findNext(tx, id, review);
  if (!subjectId) {
    const settled = review.isUndone || review.action === "invalidate" ? { settledAt: now } : {};
    await tx.bulkReview.update({
      where: { id },
      data: { finishedAt: now, remaining: 0, ...settled },
    });
    return "none";
  }
  return review.isUndone
    ? restore(tx, id, subjectId, review, now)
    : decide(tx, id, subjectId, review, now);
}

/** Concurrent steps of the same review wait for the end of this transaction. */
async function lockReview(tx: Transaction, id: string): Promise<LockedReview> {
  const [review] = await tx.$queryRaw<LockedReview[]>`
    SELECT action, coalesce(filter->>'state', 'held') AS state, staff_id AS "staffId", undone_by_id AS "undoneById",
      undone_at IS NOT NULL AS "isUndone", stopped_at IS NOT NULL OR finished_at IS NOT NULL AS "isOver"
    FROM bulk_review WHERE id = ${id}::uuid FOR UPDATE`;
  if (!review) throw new Error("There is no such review.");
  return review;
}

/** Written so that the database uses the index over the entries that are left. */
async function findNext(
  tx: Transaction,
  id: string,
  { isUndone }: LockedReview,
): Promise<string | null> {
  const [entry] = isUndone
    ? await tx.$queryRaw<{ subjectId: string }[]>`
      SELECT subject_id AS "subjectId" FROM bulk_review_entry WHERE bulk_review_id = ${id}::uuid ORDER BY subject_id LIMIT 1`
    : await tx.$queryRaw<{ subjectId: string }[]>`
      SELECT subject_id AS "subjectId" FROM bulk_review_entry
      WHERE bulk_review_id = ${id}::uuid AND NOT is_decided ORDER BY subject_id LIMIT 1`;
  return entry?.subjectId ?? null;
}

const keyOf = (bulkReviewId: string, subjectId: string) => ({
  bulkReviewId_subjectId: { bulkReviewId, subjectId },
});

async function decide(
  tx: Transaction,
  id: string,
  subjectId: string,
  { action, state, staffId }: LockedReview,
  now: Date,
): Promise<StepOutcome> {
  const decided =
    action === "release"
      ? await releaseEndorsement(tx, subjectId, staffId, now)
      : await invalidateEndorsement(tx, subjectId, staffId, now, state);
  const where = keyOf(id, subjectId);
  if (!decided.ok) {
    await tx.bulkReviewEntry.delete({ where });
    await tx.bulkReview.update({ where: { id }, data: { remaining: { decrement: 1 } } });
    return "left as it is";
  }
  await tx.bulkReviewEntry.update({
    where,
    data: { subjectId: decided.subjectId, isDecided: true },
  });
  await tx.bulkReview.update({
    where: { id },
    data: { count: { increment: 1 }, remaining: { decrement: 1 } },
  });
  return "changed";
}

async function restore(
  tx: Transaction,
  id: string,
  subjectId: string,
  review: LockedReview,
  now: Date,
): Promise<StepOutcome> {
  await tx.bulkReviewEntry.delete({ where: keyOf(id, subjectId) });
  await tx.bulkReview.update({ where: { id }, data: { remaining: { decrement: 1 } } });
  const staffId = review.undoneById ?? review.staffId;
  const restored = await (review.action === "release" ? holdAgain : restoreInvalidated)(
    tx,
    subjectId,
    staffId,
    now,
  );
  return restored.ok ? "changed" : "left as it is";
}
