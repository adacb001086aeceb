import { prisma, transact, type Transaction } from "@/lib/db";
import { runSteps } from "@/lib/endorsements/review/bulk-review-steps";
import { checkConfirmed, type NotConfirmed } from "@/lib/endorsements/confirmed-number";
import { settleReviews } from "@/lib/endorsements/city-progress/milestones";
import { filterCondition } from "@/lib/endorsements/review/review-choice";
import type { ReviewFilter } from "@/lib/endorsements/review/review-filter";
import { undoableSince } from "@/lib/endorsements/review/undo-period";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import type { BulkReviewAction } from "@/prisma/generated/enums";

// A request handles the start of a batch; the background worker of any process does the rest.

export const maxPerRequest = 100;
const maxRequestMs = 3_000;

const requestBudget = () => ({ steps: maxPerRequest, time: Date.now() + maxRequestMs });

/** `left` is what the background worker will do. */
export type Progress = { count: number; left: number };

type NewBulkReview = {
  action: BulkReviewAction;
  filter: ReviewFilter;
  until: Date;
  staffId: string;
  /** How many the reviewer was told are invalidated. */
  confirmed?: number;
};

export const minToConfirm = 50;

type Batch = { id: string };

export async function runBulkReview(
  review: NewBulkReview,
  now = new Date(),
): Promise<({ ok: true } & Batch & Progress) | NotConfirmed> {
  const created = await transact((tx) => createBatch(tx, review, now), { timeout: 60_000 });
  return created.ok ? { ...created, ...(await resume(created.id, now)) } : created;
}

async function createBatch(
  tx: Transaction,
  review: NewBulkReview,
  now: Date,
): Promise<({ ok: true } & Batch) | NotConfirmed> {
  const { action, filter, until, staffId, confirmed } = review;
  const { id } = await tx.bulkReview.create({
    data: { action, filter, count: 0, staffId, ranAt: now },
    select: { id: true },
  });
  const count = await tx.$executeRaw`
    INSERT INTO bulk_review_entry (bulk_review_id, subject_id) SELECT ${id}::uuid, id FROM endorsement WHERE ${filterCondition(filter, until)}`;
  const isAsked = count >= minToConfirm || confirmed !== undefined;
  if (action === "invalidate" && isAsked) {
    const checked = checkConfirmed(count, confirmed);
    if (!checked.ok) return checked;
  }
  await tx.bulkReview.update({ where: { id }, data: { remaining: count } });
  await recordEvent(tx, {
    kind: "endorsements_reviewed",
    actor: "staff",
    staffId,
    detail: { action, state: filter.state, count },
  });
  return { ok: true, id };
}

async function resume(id: string, now?: Date): Promise<Progress> {
  const count = await runSteps(id, requestBudget(), now);
  const { remaining } = await prisma.bulkReview.findUniqueOrThrow({
    where: { id },
    select: { remaining: true },
  });
  return { count, left: remaining };
}

/** Also stops an undo. */
export function stopBulkReview(
  id: string,
  staffId: string,
  now = new Date(),
): Promise<Result<"notUnderWay">> {
  return prisma.$transaction(async (tx) => {
    const isUnderWay = { id, finishedAt: null, stoppedAt: null };
    const { count } = await tx.bulkReview.updateMany({
      where: isUnderWay,
      data: { stoppedAt: now, stoppedById: staffId },
    });
    if (count === 0) return { ok: false, reason: "notUnderWay" };
    await recordEvent(tx, { kind: "endorsements_review_stopped", actor: "staff", staffId });
    return { ok: true };
  });
}

/** Leaves alone what a colleague has decided meanwhile. */
export async function continueBulkReview(
  id: string,
  staffId: string,
  now?: Date,
): Promise<Result<"unknown", Progress>> {
  if ((await prisma.bulkReview.count({ where: { id } })) === 0)
    return { ok: false, reason: "unknown" };
  await prisma.$transaction(async (tx) => {
    const isStopped = { id, finishedAt: null, stoppedAt: { not: null } };
    const { count } = await tx.bulkReview.updateMany({
      where: isStopped,
      data: { stoppedAt: null, stoppedById: null },
    });
    if (count > 0)
      await recordEvent(tx, { kind: "endorsements_review_resumed", actor: "staff", staffId });
  });
  return { ok: true, ...(await resume(id, now)) };
}

/** Leaves alone who withdrew or endorsed again since. `tooLate`: or undone already. */
export async function undoBulkReview(
  id: string,
  staffId: string,
  now = new Date(),
): Promise<Result<"tooLate", Progress>> {
  const isUnderWay = await prisma.$transaction((tx) => beginUndo(tx, id, staffId, now), {
    timeout: 60_000,
  });
  if (!isUnderWay) return { ok: false, reason: "tooLate" };
  return { ok: true, ...(await resume(id, now)) };
}

/** The first call ends the run; later ones continue the undo while something is left. */
async function beginUndo(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
): Promise<boolean> {
  const mayBeUndone = { id, undoneAt: null, ranAt: { gt: undoableSince(now) } };
  const undone = {
    undoneAt: now,
    undoneById: staffId,
    finishedAt: null,
    settledAt: null,
    stoppedAt: null,
    stoppedById: null,
  };
  const { count } = await tx.bulkReview.updateMany({ where: mayBeUndone, data: undone });
  if (count === 0)
    return (
      (await tx.bulkReview.count({ where: { id, undoneAt: { not: null }, finishedAt: null } })) > 0
    );
  await tx.bulkReviewEntry.deleteMany({ where: { bulkReviewId: id, isDecided: false } });
  const { action, count: decided } = await tx.bulkReview.findUniqueOrThrow({
    where: { id },
    select: { action: true, count: true },
  });
  const remaining = await tx.bulkReviewEntry.count({ where: { bulkReviewId: id } });
  await tx.bulkReview.update({ where: { id }, data: { remaining } });
  await recordEvent(tx, {
    kind: "endorsements_review_undone",
    actor: "staff",
    staffId,
    detail: { action, count: decided },
  });
  return true;
}

/** Only of reviews that can no longer be undone. Returns the number of entries deleted. */
export async function forgetBulkReviews(now: Date): Promise<number> {
  await settleReviews(now);
  const isPast = { lte: undoableSince(now) };
  const isSettled = {
    settledAt: { not: null },
    ranAt: isPast,
    OR: [{ undoneAt: null }, { undoneAt: isPast }],
  };
  return (await prisma.bulkReviewEntry.deleteMany({ where: { bulkReview: isSettled } })).count;
}
