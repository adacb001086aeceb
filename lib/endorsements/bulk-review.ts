import { prisma, type Transaction } from "@/lib/db";
import { fits } from "@/lib/endorsements/review-choice";
import { holdAgain, invalidateEndorsement, releaseEndorsement, restoreInvalidated } from "@/lib/endorsements/review-commands";
import type { ReviewFilter } from "@/lib/endorsements/review-filter";
import { recordEvent } from "@/lib/events";
import { readSiteVersion } from "@/lib/site-version";
import type { BulkReviewAction } from "@/prisma/generated/enums";

// A decision on many endorsements is a batch that is written down first. Each of them is then decided on in one transaction with its entry, so that
// a run may die, or two reviewers may press at once: whoever presses next goes on where it ended, and nothing happens twice. So it is with undoing.

/** So many are gone through by one press of a button, the longest waiting first; the next press goes on. */
export const mostAtOnce = 500;

/** Within so many hours all of it can be undone. */
export const undoHours = 24;

const undoableSince = (now: Date): Date => new Date(now.getTime() - undoHours * 3_600_000);

/** What one press of a button did, and how many of the batch it has left for the next one. */
export type Progress = { count: number; left: number };

type NewBulkReview = { action: BulkReviewAction; filter: ReviewFilter; until: Date; staffId: string };

/** Writes down all that fit, and begins to release or to invalidate them. */
export async function runBulkReview(review: NewBulkReview, now = new Date()): Promise<Progress & { id: string }> {
  const id = await prisma.$transaction((tx) => writeBatch(tx, review, now));
  return { id, ...(await continueBulkReview(id, review.staffId, now)) };
}

async function writeBatch(tx: Transaction, { action, filter, until, staffId }: NewBulkReview, now: Date): Promise<string> {
  const { id } = await tx.bulkReview.create({ data: { action, filter, count: 0, staffId, ranAt: now }, select: { id: true } });
  const count = await tx.$executeRaw`INSERT INTO bulk_review_entry (bulk_review_id, subject_id) SELECT ${id}::uuid, id FROM endorsement WHERE ${fits(filter, until)}`;
  await recordEvent(tx, { kind: "endorsements.reviewed", actor: "staff", staffId, detail: { action, state: filter.state, count } });
  return id;
}

/** Goes on with a batch. What a colleague has decided on in between is left as it is. */
export async function continueBulkReview(id: string, staffId: string, now = new Date()): Promise<Progress> {
  const count = await goThrough((tx) => decideNext(tx, id, staffId, now));
  return { count, left: await prisma.bulkReviewEntry.count({ where: { bulkReviewId: id, isDecided: false, bulkReview: { undoneAt: null } } }) };
}

/** `none` where nothing is left. */
type Step = "changed" | "left as it is" | "none";

async function goThrough(step: (tx: Transaction) => Promise<Step>): Promise<number> {
  let count = 0;
  for (let turn = 0; turn < mostAtOnce; turn++) {
    const outcome = await prisma.$transaction(step);
    if (outcome === "none") break;
    if (outcome === "changed") count += 1;
  }
  await readSiteVersion();
  return count;
}

async function decideNext(tx: Transaction, bulkReviewId: string, staffId: string, now: Date): Promise<Step> {
  const { action, state, isUndone } = await lock(tx, bulkReviewId);
  const entry = isUndone ? null : await tx.bulkReviewEntry.findFirst({ where: { bulkReviewId, isDecided: false }, orderBy: { subjectId: "asc" } });
  if (!entry) return "none";
  const { subjectId } = entry;
  const decided = action === "release" ? (await releaseEndorsement(tx, subjectId, staffId, now)) && subjectId : await invalidateEndorsement(tx, subjectId, staffId, now, state);
  const key = { bulkReviewId_subjectId: { bulkReviewId, subjectId } };
  if (!decided) {
    await tx.bulkReviewEntry.delete({ where: key });
    return "left as it is";
  }
  await tx.bulkReviewEntry.update({ where: key, data: { subjectId: decided, isDecided: true } });
  await tx.bulkReview.update({ where: { id: bulkReviewId }, data: { count: { increment: 1 } } });
  return "changed";
}

type Locked = { action: BulkReviewAction; state: ReviewFilter["state"]; isUndone: boolean };

/** Who goes through the same batch at the same moment waits for the end of this transaction. */
async function lock(tx: Transaction, id: string): Promise<Locked> {
  const [review] = await tx.$queryRaw<Locked[]>`
    SELECT action, coalesce(filter->>'state', 'held') AS state, undone_at IS NOT NULL AS "isUndone" FROM bulk_review WHERE id = ${id}::uuid FOR UPDATE`;
  if (!review) throw new Error("There is no such review.");
  return review;
}

/**
 * Undoes a run within a day. What has changed since is left as it is: who withdrew stays away, who asked again is kept as asked again.
 * @returns null where it is too late or was undone already
 */
export async function undoBulkReview(id: string, staffId: string, now = new Date()): Promise<Progress | null> {
  const isUnderWay = await prisma.$transaction((tx) => beginUndo(tx, id, staffId, now));
  if (!isUnderWay) return null;
  const count = await goThrough((tx) => bringNextBack(tx, id, staffId, now));
  return { count, left: await prisma.bulkReviewEntry.count({ where: { bulkReviewId: id } }) };
}

/** The first press ends the run, wherever it is. Later ones go on with undoing while something is left. */
async function beginUndo(tx: Transaction, id: string, staffId: string, now: Date): Promise<boolean> {
  const { count } = await tx.bulkReview.updateMany({ where: { id, undoneAt: null, ranAt: { gt: undoableSince(now) } }, data: { undoneAt: now, undoneById: staffId } });
  if (count === 0) return (await tx.bulkReviewEntry.count({ where: { bulkReviewId: id, bulkReview: { undoneAt: { not: null } } } })) > 0;
  await tx.bulkReviewEntry.deleteMany({ where: { bulkReviewId: id, isDecided: false } });
  const { action, count: decided } = await tx.bulkReview.findUniqueOrThrow({ where: { id }, select: { action: true, count: true } });
  await recordEvent(tx, { kind: "endorsements.review_undone", actor: "staff", staffId, detail: { action, count: decided } });
  return true;
}

async function bringNextBack(tx: Transaction, bulkReviewId: string, staffId: string, now: Date): Promise<Step> {
  const { action } = await lock(tx, bulkReviewId);
  const entry = await tx.bulkReviewEntry.findFirst({ where: { bulkReviewId }, orderBy: { subjectId: "asc" } });
  if (!entry) return "none";
  const { subjectId } = entry;
  await tx.bulkReviewEntry.delete({ where: { bulkReviewId_subjectId: { bulkReviewId, subjectId } } });
  const isBack = await (action === "release" ? holdAgain : restoreInvalidated)(tx, subjectId, staffId, now);
  return isBack ? "changed" : "left as it is";
}

/** Forgets which endorsements past decisions were about, once they can no longer be undone. Returns how many. */
export async function forgetBulkReviews(now: Date): Promise<number> {
  const isPast = { lte: undoableSince(now) };
  return (await prisma.bulkReviewEntry.deleteMany({ where: { bulkReview: { ranAt: isPast, OR: [{ undoneAt: null }, { undoneAt: isPast }] } } })).count;
}
