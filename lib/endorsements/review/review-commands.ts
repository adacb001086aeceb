import { ensureCity } from "@/lib/cities/commands";
import type { Transaction } from "@/lib/db";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, EventKind } from "@/prisma/generated/enums";

// Runs in the caller's transaction, after which the caller calls refreshSiteVersion().

/** `changedMeanwhile`: it is in another state or gone. */
type ReviewResult<Value = unknown> = Result<"changedMeanwhile", Value>;

/** `subjectId`: what the decision is undone by. */
type DecisionResult = ReviewResult<{ subjectId: string }>;

export async function releaseEndorsement(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
): Promise<DecisionResult> {
  const { count } = await tx.endorsement.updateMany({
    where: { id, state: "held" },
    data: { state: "confirmed" },
  });
  if (count === 0) return { ok: false, reason: "changedMeanwhile" };
  const {
    placeId: cityId,
    kind,
    addressHash,
  } = await tx.endorsement.findUniqueOrThrow({
    where: { id },
    select: { placeId: true, kind: true, addressHash: true },
  });
  await tx.suppression.deleteMany({ where: { addressHash, cityId, kind } });
  await ensureCity(tx, cityId);
  await record(tx, staffId, "endorsement_released", { cityId, kind }, "added", now);
  return { ok: true, subjectId: id };
}

/** Undoes a release. */
export async function holdAgain(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
): Promise<ReviewResult> {
  const { count } = await tx.endorsement.updateMany({
    where: { id, state: "confirmed" },
    data: { state: "held" },
  });
  if (count === 0) return { ok: false, reason: "changedMeanwhile" };
  const { placeId: cityId, kind } = await tx.endorsement.findUniqueOrThrow({
    where: { id },
    select: { placeId: true, kind: true },
  });
  await record(tx, staffId, "endorsement_held_again", { cityId, kind }, "removed", now);
  return { ok: true };
}

/** Leaves a suppression, whose id it returns. */
export async function invalidateEndorsement(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
  state: "held" | "confirmed",
): Promise<DecisionResult> {
  const found = await tx.endorsement.findUnique({
    where: { id },
    select: { placeId: true, kind: true, addressHash: true },
  });
  if (!found) return { ok: false, reason: "changedMeanwhile" };
  const { count } = await tx.endorsement.deleteMany({ where: { id, state } });
  if (count === 0) return { ok: false, reason: "changedMeanwhile" };
  await tx.mail.deleteMany({ where: { endorsementId: id } });

  const { placeId: cityId, kind, addressHash } = found;
  const wasCounted = state === "confirmed";
  const values = { reason: "invalidated", wasCounted, suppressedAt: now } as const;
  const suppression = await tx.suppression.upsert({
    where: { addressHash_cityId_kind: { addressHash, cityId, kind } },
    create: { addressHash, cityId, kind, ...values },
    update: values,
    select: { id: true },
  });
  await record(
    tx,
    staffId,
    "endorsement_invalidated",
    { cityId, kind, wasCounted },
    "removed",
    now,
  );
  return { ok: true, subjectId: suppression.id };
}

/** Address and name stay lost. Refused if the suppression is gone or the resident endorsed again. */
export async function restoreInvalidated(
  tx: Transaction,
  suppressionId: string,
  staffId: string,
  now: Date,
): Promise<ReviewResult> {
  const suppression = await tx.suppression.findFirst({
    where: { id: suppressionId, reason: "invalidated" },
  });
  if (!suppression) return { ok: false, reason: "changedMeanwhile" };
  const { cityId, kind, addressHash, wasCounted, suppressedAt } = suppression;
  const restored: Prisma.EndorsementCreateManyInput = {
    ...{ placeId: cityId, kind, addressHash, activeAddressHash: addressHash },
    ...{ state: wasCounted ? "confirmed" : "held", heldFor: wasCounted ? [] : ["blocked"] },
    ...{
      locale: "en",
      declarationVersion: "",
      statusKeyHash: `restored ${suppressionId}`,
      codeHash: "",
      submittedAt: suppressedAt,
      confirmedAt: suppressedAt,
    },
  };
  const { count } = await tx.endorsement.createMany({ data: restored, skipDuplicates: true });
  if (count === 0) return { ok: false, reason: "changedMeanwhile" };
  await tx.suppression.deleteMany({ where: { id: suppressionId } });
  await record(tx, staffId, "endorsement_restored", { cityId, kind, wasCounted }, "added", now);
  return { ok: true };
}

type Reviewed = { cityId: number; kind: EndorsementKind; wasCounted?: boolean };

/** The event, and the city's count where it changes. */
async function record(
  tx: Transaction,
  staffId: string,
  kind: EventKind,
  { cityId, ...detail }: Reviewed,
  change: "added" | "removed",
  now: Date,
): Promise<void> {
  await recordEvent(tx, { kind, actor: "staff", staffId, cityId, detail });
  if (detail.wasCounted !== false)
    await recordCount(tx, { cityId, kind: detail.kind }, change, now);
}
