import { prisma, type Transaction } from "@/lib/db";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { EndorsementKind } from "@/prisma/generated/enums";
import { startOfDay } from "@/lib/durations";

// Every raise of the site's version makes every public page anew. When thousands ask at once, the
// pages follow every few seconds instead of each time: the first change raises the version itself,
// those after it are left for publishCounts().

const minPublishIntervalMs = 5_000;

type CountedEndorsement = { cityId: number; kind: EndorsementKind };

/**
 * Adds an endorsement to the numbers of its city, or takes it off them, in the transaction in which
 * it begins or ceases to count.
 */
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

/**
 * Whether the version has not been raised for a count within the last seconds; then nobody else
 * raises it within the next ones.
 */
async function claimPublication(tx: Transaction, now: Date): Promise<boolean> {
  const isDue = { lte: new Date(now.getTime() - minPublishIntervalMs) };
  const { count } = await tx.countPublication.updateMany({
    where: { id: 1, raisedAt: isDue },
    data: { raisedAt: now },
  });
  if (count > 0) return true;
  // The very first count. Only looked for: to write here each time would let all that count at once
  // wait for each other.
  if ((await tx.countPublication.count()) > 0) return false;
  return (
    (await tx.countPublication.createMany({ data: { raisedAt: now }, skipDuplicates: true }))
      .count > 0
  );
}

/**
 * Brings the numbers that changed since onto the public pages. Returns whether there were any, and
 * their turn had come.
 */
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
