import { prisma, type Transaction } from "@/lib/db";
import { announce } from "@/lib/endorsements/bulletins";
import { marks, marksReached } from "@/lib/endorsements/marks";
import { recordEvent } from "@/lib/events";

// Looked for every few seconds instead of in each confirmation: thousands that confirm at once would all wait for the count of their city.

/** Writes down which cities have crossed a mark since, and announces the highest of each. Any number of processes may do so at once. */
export async function recordMilestones(now: Date): Promise<void> {
  const cities = await prisma.$queryRaw<{ cityId: number; asks: number; highest: number }[]>`
    WITH asked AS (
      SELECT city_id, (sum(added) - sum(removed))::int AS asks
      FROM endorsement_tally WHERE kind = 'asks' GROUP BY city_id HAVING sum(added) - sum(removed) >= ${marks[0]}
    )
    SELECT asked.city_id AS "cityId", asks, coalesce(max(milestone.count), 0) AS highest
    FROM asked LEFT JOIN milestone ON milestone.city_id = asked.city_id GROUP BY 1, 2`;
  for (const { cityId, asks, highest } of cities) {
    const crossed = marksReached(asks).filter((mark) => mark > highest);
    if (crossed.length > 0) await prisma.$transaction((tx) => record(tx, cityId, crossed, now));
  }
}

async function record(tx: Transaction, cityId: number, crossed: number[], now: Date): Promise<void> {
  const { count } = await tx.milestone.createMany({ data: crossed.map((mark) => ({ cityId, count: mark, reachedAt: now })), skipDuplicates: true });
  // Another process was a moment faster.
  if (count === 0) return;
  const highest = Math.max(...crossed);
  await recordEvent(tx, { kind: "milestone.reached", actor: "system", cityId, detail: { count: highest } });
  await announce(tx, { cityId, kind: "milestone", about: String(highest), dueAt: now });
}
