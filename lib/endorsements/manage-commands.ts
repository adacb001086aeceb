import { prisma, type Transaction } from "@/lib/db";
import type { Choice, Ending } from "@/lib/endorsements/choices";
import { findEndorsementByToken, type ResidentsView } from "@/lib/endorsements/resident-queries";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { recordSpotCheckWithdrawal } from "@/lib/endorsements/spot-check/record-withdrawal";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { EndorsementKind, EndorsementState } from "@/prisma/generated/enums";

/** Idempotent. */
export async function choose(token: string, choice: Choice): Promise<Result<"unknown">> {
  const found = await prisma.$transaction(async (tx) => {
    const endorsement = await findEndorsementByToken(token, tx);
    if (!endorsement) return null;
    await tx.endorsement.updateMany({ where: { id: endorsement.id }, data: changes[choice] });
    const changesPages =
      endorsement.state === "confirmed" &&
      endorsement.name !== null &&
      "isNamePublic" in changes[choice];
    if (changesPages) await raiseSiteVersion(tx);
    return { changesPages };
  });
  if (!found) return { ok: false, reason: "unknown" };
  if (found.changesPages) await refreshSiteVersion();
  return { ok: true };
}

const changes = {
  showName: { isNamePublic: true },
  hideName: { isNamePublic: false },
  wantNews: { wantsNews: true, hasStoppedMails: false },
  stopMails: { wantsNews: false, hasStoppedMails: true },
} as const satisfies Record<Choice, object>;

/** Idempotent. Also deletes what the address sent for the same city and did not confirm. */
export async function endEndorsement(
  token: string,
  ending: Ending,
  now = new Date(),
): Promise<void> {
  const hasCounted = await prisma.$transaction(async (tx) => {
    const endorsement = await findEndorsementByToken(token, tx);
    return endorsement ? end(tx, endorsement, ending, now) : false;
  });
  if (hasCounted) await refreshSiteVersion();
}

async function end(
  tx: Transaction,
  endorsement: ResidentsView,
  ending: Ending,
  now: Date,
): Promise<boolean> {
  const { id, addressHash, placeId: cityId, kind } = endorsement;
  await recordSpotCheckWithdrawal(tx, id, now);
  // Staff may have held or released it meanwhile: its state when deleted decides.
  const [ended] = await tx.$queryRaw<
    { state: EndorsementState }[]
  >`DELETE FROM endorsement WHERE id = ${id}::uuid RETURNING state`;
  // Ended a moment ago.
  if (!ended) return false;
  await removeTraces(tx, { ...endorsement, everywhere: ending === "not_me" });

  await suppress(tx, { addressHash, cityId, kind }, ending, ended.state, now);
  if (ended.state !== "confirmed") return false;
  await recordEvent(tx, {
    kind: "endorsement_withdrawn",
    actor: "resident",
    cityId,
    detail: { kind, ending },
  });
  await recordCount(tx, { cityId, kind }, "removed", now);
  return true;
}

/** An invalidation outlives withdrawals; only `not_me` replaces it. */
async function suppress(
  tx: Transaction,
  key: { addressHash: string; cityId: number; kind: EndorsementKind },
  ending: Ending,
  state: EndorsementState,
  now: Date,
): Promise<void> {
  if (ending === "withdrawn" && state === "unconfirmed") return;
  await tx.suppression.deleteMany({
    where: { ...key, ...(ending !== "not_me" && { reason: { not: "invalidated" } }) },
  });
  if (ending === "deleted") return;
  await tx.suppression.createMany({
    data: { ...key, reason: ending, wasCounted: state === "confirmed", suppressedAt: now },
    skipDuplicates: true,
  });
}

/** Deletes the address's unconfirmed endorsements for this city or all, and all their mails. */
async function removeTraces(
  tx: Transaction,
  {
    id,
    addressHash,
    placeId,
    everywhere,
  }: { id: string; addressHash: string; placeId: number; everywhere: boolean },
): Promise<void> {
  const others = await tx.endorsement.findMany({
    where: { addressHash, state: "unconfirmed", ...(!everywhere && { placeId }) },
    select: { id: true },
  });
  const ids = [id, ...others.map((other) => other.id)];
  await tx.endorsement.deleteMany({ where: { id: { in: ids } } });
  await tx.mail.deleteMany({ where: { endorsementId: { in: ids } } });
}
