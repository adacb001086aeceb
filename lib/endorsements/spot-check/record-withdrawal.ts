import type { Transaction } from "@/lib/db";

/** Whatever page a resident withdraws on while a spot check asks them, it is their answer. */
export async function recordSpotCheckWithdrawal(
  tx: Transaction,
  endorsementId: string,
  now: Date,
): Promise<void> {
  // Locked: of two withdrawals at once, the second finds the row gone with its endorsement.
  const asked = await tx.$queryRaw<{ spotCheckId: string; hadConfirmed: boolean }[]>`
    SELECT spot_check_id AS "spotCheckId", confirmed_at IS NOT NULL AS "hadConfirmed"
    FROM spot_check_question WHERE endorsement_id = ${endorsementId}::uuid FOR UPDATE`;
  for (const { spotCheckId, hadConfirmed } of asked)
    await tx.spotCheck.updateMany({
      where: { id: spotCheckId, closesAt: { gt: now } },
      data: {
        withdrawn: { increment: 1 },
        ...(hadConfirmed && { confirmed: { decrement: 1 } }),
      },
    });
}
