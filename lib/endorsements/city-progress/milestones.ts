import { prisma, type Transaction } from "@/lib/db";
import { announce } from "@/lib/endorsements/city-progress/bulletins";
import { thresholdsReached } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { settledSince } from "@/lib/endorsements/review/undo-period";
import { recordEvent } from "@/lib/events";

// Polled: checking in each confirmation would make thousands wait for their city's count.

/** Announces the highest new milestone of each city. Any number of processes may run this. */
export async function recordMilestones(now: Date): Promise<void> {
  await settleReviews(now);
  const changed = await prisma.$queryRaw<{ cityId: number; day: Date }[]>`
    SELECT city_id AS "cityId", day FROM endorsement_tally WHERE NOT is_checked AND kind = 'asks'`;
  for (const { cityId, day } of changed)
    await prisma.$transaction((tx) => checkDay(tx, cityId, day, now));
}

/** Locks the day's row until the milestone is stored: what counts later is checked again. */
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
      (SELECT coalesce(max(count), 0) FROM milestone
        WHERE milestone.city_id = ${cityId})::int AS highest
    FROM endorsement_total WHERE city_id = ${cityId} AND kind = 'asks'`;
  if (!city || newThresholds(city.asks, city.highest).length === 0) return;
  const settled = city.asks - (await countUndoable(tx, cityId, now));
  const crossed = newThresholds(settled, city.highest);
  if (crossed.length > 0) await record(tx, cityId, crossed, now);
}

const newThresholds = (asks: number, highest: number): number[] =>
  thresholdsReached(asks).filter((mark) => mark > highest);

/** Released endorsements that staff may still take back: numbers that may not last stay unannounced. */
async function countUndoable(tx: Transaction, cityId: number, now: Date): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM bulk_review
    JOIN bulk_review_entry entry ON entry.bulk_review_id = bulk_review.id AND entry.is_decided
    JOIN endorsement ON endorsement.id = entry.subject_id
    WHERE action = 'release' AND settled_at IS NULL AND (undone_at IS NOT NULL
      OR ran_at > ${settledSince(now)})
      AND endorsement.place_id = ${cityId} AND endorsement.kind = 'asks' AND endorsement.state = 'confirmed'`;
  return counted?.count ?? 0;
}

/** Checks the cities of releases that can no longer be undone; what is still held stays held. */
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
  // Another process was faster.
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
