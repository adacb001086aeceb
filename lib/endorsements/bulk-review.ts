import { prisma, type Transaction } from "@/lib/db";
import type { HeldFilter } from "@/lib/endorsements/held-filter";
import { invalidateEndorsement, releaseEndorsement, restoreInvalidated } from "@/lib/endorsements/review-commands";
import { tally } from "@/lib/endorsements/tally";
import { recordEvent } from "@/lib/events";
import { readSiteVersion } from "@/lib/site-version";
import { Prisma } from "@/prisma/generated/client";
import type { BulkReviewAction } from "@/prisma/generated/enums";

/** So many are decided on by one press of the button, the longest waiting first. */
export const mostAtOnce = 500;

/** Within so many hours all of it can be undone. */
export const undoHours = 24;

const undoableSince = (now: Date): Date => new Date(now.getTime() - undoHours * 3_600_000);

/** @param until only what was confirmed by then: what the reviewer has seen counted, and nothing that came since */
export const heldWhere = ({ city, reason, domain }: HeldFilter, until: Date): Prisma.EndorsementWhereInput => ({
  state: "held",
  confirmedAt: { lte: until },
  ...(city && { cityId: city }),
  ...(reason && { heldFor: { has: reason } }),
  ...(domain && { email: { endsWith: `@${domain}`, mode: "insensitive" } }),
});

type NewBulkReview = { action: BulkReviewAction; filter: HeldFilter; until: Date; staffId: string };

/** Releases or invalidates all that fit, one by one: what a colleague has decided on in between is left as it is. */
export async function runBulkReview({ action, filter, until, staffId }: NewBulkReview, now = new Date()): Promise<{ id: string; count: number }> {
  const chosen = await prisma.endorsement.findMany({ where: heldWhere(filter, until), select: { id: true }, orderBy: [{ confirmedAt: "asc" }, { id: "asc" }], take: mostAtOnce });
  const review = await prisma.bulkReview.create({ data: { action, filter, count: 0, staffId, ranAt: now }, select: { id: true } });
  let count = 0;
  for (const { id } of chosen) if (await prisma.$transaction((tx) => decide(tx, id, { ...review, action, staffId }, now))) count += 1;
  await prisma.$transaction((tx) => recordEvent(tx, { kind: "endorsements.reviewed", actor: "staff", staffId, detail: { action, count } }));
  await readSiteVersion();
  return { id: review.id, count };
}

type Run = { id: string; action: BulkReviewAction; staffId: string };

async function decide(tx: Transaction, endorsementId: string, { id, action, staffId }: Run, now: Date): Promise<boolean> {
  const subjectId = action === "release" ? ((await releaseEndorsement(tx, endorsementId, staffId, now)) ? endorsementId : null) : await invalidateHeld(tx, endorsementId, staffId, now);
  if (!subjectId) return false;
  await tx.bulkReviewEntry.create({ data: { bulkReviewId: id, subjectId } });
  await tx.bulkReview.update({ where: { id }, data: { count: { increment: 1 } } });
  return true;
}

/** Not where a colleague has released it a moment ago. */
async function invalidateHeld(tx: Transaction, id: string, staffId: string, now: Date): Promise<string | null> {
  const held = await tx.$queryRaw<unknown[]>`SELECT id FROM endorsement WHERE id = ${id}::uuid AND state = 'held' FOR UPDATE`;
  return held.length > 0 ? invalidateEndorsement(tx, id, staffId, now) : null;
}

/**
 * Undoes a run within a day. What has changed since is left as it is: who withdrew stays away, who asked again is kept as asked again.
 * @returns how many were brought back, or null where it is too late or was undone already
 */
export async function undoBulkReview(id: string, staffId: string, now = new Date()): Promise<number | null> {
  const { count: claimed } = await prisma.bulkReview.updateMany({ where: { id, undoneAt: null, ranAt: { gt: undoableSince(now) } }, data: { undoneAt: now, undoneById: staffId } });
  if (claimed === 0) return null;
  const { action, entries } = await prisma.bulkReview.findUniqueOrThrow({ where: { id }, select: { action: true, entries: { select: { subjectId: true } } } });
  let count = 0;
  for (const { subjectId } of entries) if (await bringBack(subjectId, action, staffId, now)) count += 1;
  await prisma.$transaction(async (tx) => {
    await tx.bulkReviewEntry.deleteMany({ where: { bulkReviewId: id } });
    await recordEvent(tx, { kind: "endorsements.review_undone", actor: "staff", staffId, detail: { action, count } });
  });
  await readSiteVersion();
  return count;
}

async function bringBack(subjectId: string, action: BulkReviewAction, staffId: string, now: Date): Promise<boolean> {
  try {
    return await prisma.$transaction((tx) => (action === "release" ? holdAgain(tx, subjectId, staffId, now) : restoreInvalidated(tx, subjectId, staffId, now)));
  } catch (error) {
    // The resident has asked again meanwhile: one voice is enough.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return false;
    throw error;
  }
}

/** Lets a released endorsement wait again. */
async function holdAgain(tx: Transaction, id: string, staffId: string, now: Date): Promise<boolean> {
  const { count } = await tx.endorsement.updateMany({ where: { id, state: "confirmed" }, data: { state: "held" } });
  if (count === 0) return false;
  const { cityId, kind } = await tx.endorsement.findUniqueOrThrow({ where: { id }, select: { cityId: true, kind: true } });
  await recordEvent(tx, { kind: "endorsement.held_again", actor: "staff", staffId, cityId, detail: { kind } });
  await tally(tx, { cityId, kind }, "removed", now);
  return true;
}

/** Forgets which endorsements past decisions were about, once they can no longer be undone. Returns how many. */
export async function forgetBulkReviews(now: Date): Promise<number> {
  return (await prisma.bulkReviewEntry.deleteMany({ where: { bulkReview: { ranAt: { lte: undoableSince(now) } } } })).count;
}
