import { prisma, type Transaction } from "@/lib/db";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { EndorsementKind } from "@/prisma/generated/enums";
import { startOfDay } from "@/lib/durations";

// Raising the site's version renders every public page anew, so counts raise it at most every 5 s:
// the first change by itself, those after it through publishCounts().

export const minPublishIntervalMs = 5_000;

type CountedEndorsement = { cityId: number; kind: EndorsementKind };

/** To be called in the transaction in which the endorsement begins or ceases to count. */
export async function recordCount(
  tx: Transaction,
  { cityId, kind }: CountedEndorsement,
  change: "added" | "removed",
  now: Date,
): Promise<void> {
  const isPublished = await claimPublication(tx, now);
  const day = startOfDay(now);
  await tx.endorsementTally.upsert({
    where: { cityId_kind_day: { cityId, kind, day } },
    create: { cityId, kind, day, [change]: 1, isPublished },
    update: { [change]: { increment: 1 }, isPublished, isChecked: false },
  });
  if (isPublished) await raiseSiteVersion(tx);
}

/** True if no count has raised the version within the interval; reserves the next interval. */
async function claimPublication(tx: Transaction, now: Date): Promise<boolean> {
  const isDue = { lte: new Date(now.getTime() - minPublishIntervalMs) };
  const { count } = await tx.countPublication.updateMany({
    where: { id: 1, raisedAt: isDue },
    data: { raisedAt: now },
  });
  if (count > 0) return true;
  // The very first count. Read before writing: always writing would serialise concurrent counts.
  if ((await tx.countPublication.count()) > 0) return false;
  return (
    (await tx.countPublication.createMany({ data: { raisedAt: now }, skipDuplicates: true }))
      .count > 0
  );
}

/** Returns whether any number was published. */
export async function publishCounts(now = new Date()): Promise<boolean> {
  if ((await prisma.endorsementTally.count({ where: { isPublished: false } })) === 0) return false;
  const hasRaised = await prisma.$transaction(async (tx) => {
    if (!(await claimPublication(tx, now))) return false;
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
