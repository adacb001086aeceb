import { prisma, type Transaction } from "@/lib/db";
import { raisedForCounts, raiseSiteVersionForCounts, refreshSiteVersion } from "@/lib/site-version";
import type { EndorsementKind } from "@/prisma/generated/enums";
import { before, isoDay } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

// Raising the site's version renders every public page anew, so counts raise it at most every 3 s:
// the first change by itself, those after it through publishCounts().

export const minPublishIntervalMs = 3_000;

type CountedEndorsement = { cityId: number; kind: EndorsementKind };

type Change = "added" | "removed";

/**
 * To be called in the transaction in which the endorsement begins or ceases to count.
 *
 * @returns whether the site's version was raised, and the new count is public
 */
export async function recordCount(
  tx: Transaction,
  counted: CountedEndorsement,
  change: Change,
  now: Date,
): Promise<boolean> {
  const [tally] = await tx.$queryRaw<{ isPublished: boolean }[]>`
    WITH ${recordedCount(counted, change, now, always)}
    SELECT is_published AS "isPublished" FROM recorded`;
  return tally?.isPublished ?? false;
}

/**
 * For a WITH clause: records it if `from` has a row. Then `recorded` has a row, too, that says
 * whether the count `is_published`.
 */
export function recordedCount(
  { cityId, kind }: CountedEndorsement,
  change: Change,
  now: Date,
  from: Prisma.Sql,
): Prisma.Sql {
  const [added, removed] = change === "added" ? [1, 0] : [0, 1];
  return Prisma.sql`
    ${claimedPublication(now, from)},
    recorded AS (
      INSERT INTO endorsement_tally AS tally (city_id, kind, day, added, removed, is_published)
      SELECT ${cityId}::int, ${kind}::endorsement_kind, ${isoDay(now)}::date, ${added}::int,
        ${removed}::int, EXISTS (SELECT FROM claimed) FROM ${from}
      ON CONFLICT (city_id, kind, day) DO UPDATE SET
        added = tally.added + excluded.added, removed = tally.removed + excluded.removed,
        is_published = excluded.is_published, is_checked = false
      RETURNING is_published
    ),
    raised AS (${raisedForCounts(Prisma.sql`claimed`)})`;
}

const always = Prisma.sql`(VALUES (true)) AS always`;

/**
 * `claimed`, for a WITH clause, has a row if no count has raised the version within the interval
 * and `from` has a row; then it reserves the next one. What is not due is only read: always writing
 * would serialise concurrent counts.
 */
function claimedPublication(now: Date, from: Prisma.Sql): Prisma.Sql {
  const due = before(now, minPublishIntervalMs).toISOString();
  const at = now.toISOString();
  return Prisma.sql`
    again AS (
      UPDATE count_publication SET raised_at = ${at}::timestamptz
      WHERE id = 1 AND raised_at <= ${due}::timestamptz AND EXISTS (SELECT FROM ${from})
      RETURNING id
    ),
    first AS (
      INSERT INTO count_publication (raised_at) SELECT ${at}::timestamptz FROM ${from}
      WHERE NOT EXISTS (SELECT FROM count_publication) ON CONFLICT DO NOTHING RETURNING id
    ),
    claimed AS (SELECT id FROM again UNION ALL SELECT id FROM first)`;
}

/** Returns whether any number was published. */
export async function publishCounts(now = new Date()): Promise<boolean> {
  if ((await prisma.endorsementTally.count({ where: { isPublished: false } })) === 0) return false;
  const hasRaised = await prisma.$transaction(async (tx) => {
    const claimed = await tx.$queryRaw<object[]>`
      WITH ${claimedPublication(now, always)} SELECT id FROM claimed`;
    if (claimed.length === 0) return false;
    const { count } = await tx.endorsementTally.updateMany({
      where: { isPublished: false },
      data: { isPublished: true },
    });
    if (count > 0) await raiseSiteVersionForCounts(tx);
    return count > 0;
  });
  if (hasRaised) await refreshSiteVersion();
  return hasRaised;
}
