import { prisma, type Transaction } from "@/lib/db";
import { announce } from "@/lib/endorsements/city-progress/bulletins";
import { thresholdsReached } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { settledSince } from "@/lib/endorsements/review/undo-period";
import { recordEvent } from "@/lib/events";

// Looked for every few seconds instead of in each confirmation: thousands that confirm at once
// would all wait for the count of their city. Only cities whose numbers changed since are looked
// at.

/**
 * Writes down which cities have crossed a mark since, and announces the highest of each. Any number
 * of processes may do so at once.
 */
export async function recordMilestones(now: Date): Promise<void> {
  await settleReviews(now);
  const changed = await prisma.$queryRaw<{ cityId: number; day: Date }[]>`
    SELECT city_id AS "cityId", day FROM endorsement_tally WHERE NOT is_checked AND kind = 'asks'`;
  for (const { cityId, day } of changed)
    await prisma.$transaction((tx) => checkDay(tx, cityId, day, now));
}

/**
 * The day's row is held from before the count is read until the milestone is written: whatever
 * counts later is looked at again.
 */
async function checkDay(tx: Transaction, cityId: number, day: Date, now: Date): Promise<void> {
  const { count } = await tx.endorsementTally.updateMany({
    where: { cityId, kind: "asks", day, isChecked: false },
    data: { isChecked: true },
  });
  if (count > 0) await checkCity(tx, cityId, now);
}

async function checkCity(tx: Transaction, cityId: number, now: Date): Promise<void> {
  const [city] = await tx.$queryRaw<{ asks: number; highest: number }[]>`
    SELECT count AS asks,
      (SELECT coalesce(max(count), 0) FROM milestone WHERE milestone.city_id = ${cityId})::int AS highest
    FROM endorsement_total WHERE city_id = ${cityId} AND kind = 'asks'`;
  if (!city || newThresholds(city.asks, city.highest).length === 0) return;
  const settled = city.asks - (await countUndoable(tx, cityId, now));
  const crossed = newThresholds(settled, city.highest);
  if (crossed.length > 0) await record(tx, cityId, crossed, now);
}

const newThresholds = (asks: number, highest: number): number[] =>
  thresholdsReached(asks).filter((mark) => mark > highest);

/**
 * Those of a city's asks that staff released and may take back still: nobody is told of a number
 * that may not stay.
 */
async function countUndoable(tx: Transaction, cityId: number, now: Date): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM bulk_review
    JOIN bulk_review_entry entry ON entry.bulk_review_id = bulk_review.id AND entry.is_decided
    JOIN endorsement ON endorsement.id = entry.subject_id
    WHERE action = 'release' AND settled_at IS NULL AND (undone_at IS NOT NULL OR ran_at > ${settledSince(now)})
      AND endorsement.place_id = ${cityId} AND endorsement.kind = 'asks' AND endorsement.state = 'confirmed'`;
  return counted?.count ?? 0;
}

/**
 * Once a release can be undone no more, its cities are looked at. What it has not come to by then
 * stays held.
 */
export async function settleReviews(now: Date): Promise<void> {
  const reviews = await prisma.bulkReview.findMany({
    where: { settledAt: null, undoneAt: null, ranAt: { lte: settledSince(now) } },
    select: { id: true },
    orderBy: { ranAt: "asc" },
  });
  for (const { id } of reviews) {
    const cities = await prisma.$queryRaw<{ cityId: number }[]>`
      SELECT DISTINCT place_id AS "cityId" FROM bulk_review_entry entry JOIN endorsement ON endorsement.id = entry.subject_id
      WHERE entry.bulk_review_id = ${id}::uuid AND entry.is_decided AND endorsement.kind = 'asks'`;
    for (const { cityId } of cities) await prisma.$transaction((tx) => checkCity(tx, cityId, now));
    await prisma.bulkReview.updateMany({
      where: { id, finishedAt: null },
      data: { finishedAt: now, remaining: 0 },
    });
    await prisma.bulkReview.updateMany({
      where: { id, settledAt: null },
      data: { settledAt: now },
    });
  }
}

async function record(
  tx: Transaction,
  cityId: number,
  crossed: number[],
  now: Date,
): Promise<void> {
  const { count } = await tx.milestone.createMany({
    data: crossed.map((mark) => ({ cityId, count: mark, reachedAt: now })),
    skipDuplicates: true,
  });
  // Another process was a moment faster.
  if (count === 0) return;
  const highest = Math.max(...crossed);
  await recordEvent(tx, {
    kind: "milestone_reached",
    actor: "system",
    cityId,
    detail: { count: highest },
  });
  await announce(tx, { cityId, kind: "milestone", about: String(highest), dueAt: now });
}
