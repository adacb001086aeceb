import { prisma, type Transaction } from "@/lib/db";
import { forgetCounts } from "@/lib/abuse/network-hash";
import {
  daysBefore,
  expiresWhenSubmittedBefore,
  endorsementRetentionDays,
  networkHashHours,
} from "@/lib/endorsements/retention/retention-periods";
import { recordEvent } from "@/lib/events";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { Prisma } from "@/prisma/generated/client";

export type EndorsementRetentionReport = {
  unconfirmed: number;
  past: number;
  suppressions: number;
  counts: number;
  networkMarks: number;
};

const batch = 500;

/** Does what the privacy page promises. Safe to run repeatedly and concurrently. */
export async function enforceEndorsementRetention(now: Date): Promise<EndorsementRetentionReport> {
  const unconfirmed = await deleteUnconfirmed(now);
  const isPast = {
    state: { in: ["confirmed", "held"] },
    OR: [
      { confirmedAt: { lte: daysBefore(now, endorsementRetentionDays.confirmed) } },
      {
        kind: "asks",
        place: {
          city: {
            signatory: { createdAt: { lte: daysBefore(now, endorsementRetentionDays.signed) } },
          },
        },
      },
    ],
  } satisfies Prisma.EndorsementWhereInput;
  const past = await deleteAll(isPast, "past");
  if (past > 0) await refreshSiteVersion();
  const { count: suppressions } = await prisma.suppression.deleteMany({
    where: { suppressedAt: { lte: daysBefore(now, endorsementRetentionDays.suppression) } },
  });
  return {
    unconfirmed,
    past,
    suppressions,
    counts: await forgetCounts(now),
    networkMarks: await deleteNetworkHashPrefixes(now),
  };
}

export const deleteUnconfirmed = (now: Date): Promise<number> =>
  deleteAll(
    { state: "unconfirmed", submittedAt: { lte: expiresWhenSubmittedBefore(now) } },
    "unconfirmed",
  );

export async function deleteNetworkHashPrefixes(now: Date): Promise<number> {
  const isDue = {
    networkHashPrefix: { not: null },
    submittedAt: { lte: daysBefore(now, networkHashHours / 24) },
  };
  return (await prisma.endorsement.updateMany({ where: isDue, data: { networkHashPrefix: null } }))
    .count;
}

async function deleteAll(
  isDue: Prisma.EndorsementWhereInput,
  because: "unconfirmed" | "past",
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = await prisma.endorsement.findMany({
      where: isDue,
      select: { id: true },
      take: batch,
    });
    if (due.length === 0) return deleted;
    const ids = due.map(({ id }) => id);
    deleted += await prisma.$transaction((tx) =>
      deleteWithMails(tx, { ...isDue, id: { in: ids } }, ids, because),
    );
  }
}

/** The deletion repeats the condition: what was confirmed meanwhile stays. */
async function deleteWithMails(
  tx: Transaction,
  isDue: Prisma.EndorsementWhereInput,
  ids: string[],
  because: "unconfirmed" | "past",
): Promise<number> {
  const { count } = await tx.endorsement.deleteMany({ where: isDue });
  const kept = new Set(
    (await tx.endorsement.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  );
  await tx.mail.deleteMany({ where: { endorsementId: { in: ids.filter((id) => !kept.has(id)) } } });
  if (count > 0)
    await recordEvent(tx, {
      kind: "endorsements_deleted",
      actor: "system",
      detail: { because, count },
    });
  // Their names may be on public pages.
  if (count > 0 && because === "past") await raiseSiteVersion(tx);
  return count;
}
