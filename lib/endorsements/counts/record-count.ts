import { prisma, type Transaction } from "@/lib/db";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { EndorsementKind } from "@/prisma/generated/enums";
import { before, isoDay } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

// Raising the site's version renders every public page anew, so counts raise it at most every 5 s:
// the first change by itself, those after it through publishCounts().

export const minPublishIntervalMs = 5_000;

type CountedEndorsement = { cityId: number; kind: EndorsementKind };

/**
 * To be called in the transaction in which the endorsement begins or ceases to count.
 *
 * @returns whether the site's version was raised, and the new count is public
 */
export async function recordCount(
  tx: Transaction,
  { cityId, kind }: CountedEndorsement,
  change: "added" | "removed",
  now: Date,
): Promise<boolean> {
  const [added, removed] = change === "added" ? [1, 0] : [0, 1];
  const [tally] = await tx.$queryRaw<{ isPublished: boolean }[]>`
    WITH ${claimedPublication(now)}
    INSERT INTO endorsement_tally AS tally (city_id, kind, day, added, removed, is_published)
    VALUES (${cityId}, ${kind}::endorsement_kind, ${isoDay(now)}::date, ${added}, ${removed},
      EXISTS (SELECT FROM claimed))
    ON CONFLICT (city_id, kind, day) DO UPDATE SET
      added = tally.added + excluded.added, removed = tally.removed + excluded.removed,
      is_published = excluded.is_published, is_checked = false
    RETURNING is_published AS "isPublished"`;
  const isPublished = tally?.isPublished ?? false;
  if (isPublished) await raiseSiteVersion(tx);
  return isPublished;
}

/**
 * `claimed`, for a WITH clause, has a row if no count has raised the version within the interval;
 * then it reserves the next one. What is not due is only read: always writing would serialise
 * concurrent counts.
 */
function claimedPublication(now: Date): Prisma.Sql {
  const due = before(now, minPublishIntervalMs).toISOString();
  const at = now.toISOString();
  return Prisma.sql`
    again AS (
      UPDATE count_publication SET raised_at = ${at}::timestamptz
      WHERE id = 1 AND raised_at <= ${due}::timestamptz RETURNING id
    ),
    first AS (
      INSERT INTO count_publication (raised_at) SELECT ${at}::timestamptz
      WHERE NOT EXISTS (SELECT FROM count_publication) ON CONFLICT DO NOTHING RETURNING id
    ),
    claimed AS (SELECT id FROM again UNION ALL SELECT id FROM first)`;
}

/** Returns whether any number was published. */
export async function publishCounts(now = new Date()): Promise<boolean> {
  if ((await prisma.endorsementTally.count({ where: { isPublished: false } })) === 0) return false;
  const hasRaised = await prisma.$transaction(async (tx) => {
    const claimed = await tx.$queryRaw<object[]>`
      WITH ${claimedPublication(now)} SELECT id FROM claimed`;
    if (claimed.length === 0) return false;
    const { count } = await tx.endorsementTally.updateMany({
      where: { isPublished: false },
      data: { isPublished: true },
    });
    if (count > 0) await raiseSiteVersion(tx);
    return count > 0;
  });
  if (hasRaised) await refreshSiteVersion();
  return hasRaised;
}
