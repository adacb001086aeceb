import { ensureCity } from "@/lib/cities/commands";
import { isUniqueViolation, prisma, transact, type Transaction } from "@/lib/db";
import { countCodeAttempt } from "@/lib/endorsements/abuse/submission-counts";
import { isCodeOf, maxCodeAttempts } from "@/lib/endorsements/abuse/confirmation-code";
import { activate } from "@/lib/endorsements/activate";
import { findConfirmable, type Confirmable } from "@/lib/endorsements/confirmable";
import { isExpired } from "@/lib/endorsements/retention/retention-periods";
import { findOrRaiseAlarm } from "@/lib/endorsements/abuse/city-alarm-commands";
import { codeAttemptsPerNetwork } from "@/lib/endorsements/abuse/limits";
import type { Result } from "@/lib/result";
import { refreshSiteVersion } from "@/lib/site-version";
import { hashToken, newToken } from "@/lib/tokens";
import type { EndorsementState, HoldReason } from "@/prisma/generated/enums";

const oneActiveForAddress = "endorsement_place_id_kind_active_address_hash_key";

/** `held` waits for staff; `alreadyCounts`: the address had an active endorsement before. */
type Confirmation = "counted" | "held" | "alreadyCounts";

type ConfirmationResult = Result<"unknown", { confirmation: Confirmation }>;

/** Idempotent. */
export async function confirmByLink(token: string, now = new Date()): Promise<ConfirmationResult> {
  const endorsement = await findConfirmable({ token }, now);
  return endorsement ? confirm(endorsement, now) : { ok: false, reason: "unknown" };
}

type CodeResult = Result<
  "wrong" | "unknown" | "tooManyTries",
  { token: string; confirmation: Confirmation }
>;

/** Repeatable with the right code. Leads to the active endorsement if the address has one. */
export async function confirmByCode(
  statusKey: string,
  code: string,
  network: string | null,
  now = new Date(),
): Promise<CodeResult> {
  if ((await countCodeAttempt(network, now)) > codeAttemptsPerNetwork)
    return { ok: false, reason: "tooManyTries" };
  const endorsement = await findConfirmable({ statusKey }, now);
  if (!endorsement) return { ok: false, reason: "unknown" };
  // Counted before the comparison, so that concurrent attempts cannot exceed the limit.
  const { count } = await prisma.endorsement.updateMany({
    where: { id: endorsement.id, codeAttempts: { lt: maxCodeAttempts } },
    data: { codeAttempts: { increment: 1 } },
  });
  if (count === 0) return { ok: false, reason: "tooManyTries" };
  if (!isCodeOf(endorsement.id, code, endorsement.codeHash ?? ""))
    return { ok: false, reason: "wrong" };

  const confirmed = isRepeatOfActive(endorsement)
    ? confirmationOfRepeat(endorsement, now)
    : await confirm(endorsement, now);
  if (!confirmed.ok) return confirmed;
  const token = newToken();
  // Unless it was withdrawn meanwhile.
  return (await linkToActive(endorsement, token))
    ? { ...confirmed, token }
    : { ok: false, reason: "unknown" };
}

/** Nothing personal was stored, as the address had an active endorsement: nothing to confirm. */
const isRepeatOfActive = ({ state, email }: Confirmable): boolean =>
  state === "unconfirmed" && email === null;

const confirmationOfRepeat = ({ submittedAt }: Confirmable, now: Date): ConfirmationResult =>
  isExpired({ submittedAt, confirmedAt: null }, now)
    ? { ok: false, reason: "unknown" }
    : { ok: true, confirmation: "alreadyCounts" };

/** And forgets the tries of the code. False if the address has no active endorsement. */
async function linkToActive(
  { id, placeId, kind, addressHash }: Confirmable,
  token: string,
): Promise<boolean> {
  const stored = await prisma.$executeRaw`
    WITH active AS (
      SELECT id FROM endorsement WHERE place_id = ${placeId} AND kind = ${kind}::endorsement_kind
        AND active_address_hash = ${addressHash} FOR KEY SHARE
    ),
    forgotten AS (
      UPDATE endorsement SET code_attempts = 0
      WHERE id = ${id}::uuid AND EXISTS (SELECT FROM active)
    )
    INSERT INTO endorsement_link (token_hash, endorsement_id)
    SELECT ${hashToken(token)}, id FROM active`;
  return stored > 0;
}

async function confirm(endorsement: Confirmable, now: Date): Promise<ConfirmationResult> {
  if (endorsement.state !== "unconfirmed") return confirmedAs(endorsement.state);
  try {
    const { isPublished, ...result } = await activateEndorsement(endorsement, now);
    if (isPublished) await refreshSiteVersion();
    return result;
  } catch (error) {
    if (!isUniqueViolation(error, oneActiveForAddress)) throw error;
    await mergeIntoExisting(endorsement);
    return { ok: true, confirmation: "alreadyCounts" };
  }
}

const confirmedAs = (state: EndorsementState): ConfirmationResult => ({
  ok: true,
  confirmation: state === "held" ? "held" : "counted",
});

type Activation = ConfirmationResult & { isPublished?: boolean };

/** @throws a unique violation if the address has an active endorsement for the city already */
async function activateEndorsement(endorsement: Confirmable, now: Date): Promise<Activation> {
  const { kind, placeId, isCity, suppression, settings } = endorsement;
  const alarm =
    kind === "asks" ? await findOrRaiseAlarm(placeId, endorsement, settings, now) : null;
  const heldFor = [
    ...new Set<HoldReason>([
      ...endorsement.heldFor,
      ...(suppression === "invalidated" ? (["blocked"] as const) : []),
      ...(alarm ? [alarm] : []),
    ]),
  ];
  const state = heldFor.length > 0 ? "held" : "confirmed";
  if (state === "held" || isCity) return confirmedBy(prisma, endorsement, heldFor, now);
  return transact(async (tx) => {
    await ensureCity(tx, placeId);
    return confirmedBy(tx, endorsement, heldFor, now);
  });
}

/** @throws a unique violation as activate() does */
async function confirmedBy(
  tx: Transaction,
  endorsement: Confirmable,
  heldFor: HoldReason[],
  now: Date,
): Promise<Activation> {
  const activated = await activate(tx, endorsement, heldFor, now);
  return activated
    ? { ok: true, confirmation: heldFor.length > 0 ? "held" : "counted", ...activated }
    : findConfirmation(tx, endorsement.id);
}

/** For one that was confirmed a moment ago or is too old. */
async function findConfirmation(tx: Transaction, id: string): Promise<ConfirmationResult> {
  const row = await tx.endorsement.findUnique({ where: { id }, select: { state: true } });
  return !row || row.state === "unconfirmed"
    ? { ok: false, reason: "unknown" }
    : confirmedAs(row.state);
}

/** Another of the address was confirmed first: this one's mails lead there from now on. */
async function mergeIntoExisting({ id, placeId, kind, addressHash }: Confirmable): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const [active] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM endorsement WHERE place_id = ${placeId} AND kind = ${kind}::endorsement_kind
        AND active_address_hash = ${addressHash} FOR KEY SHARE`;
    // Withdrawn meanwhile.
    if (!active) return;
    await tx.endorsementLink.updateMany({
      where: { endorsementId: id },
      data: { endorsementId: active.id },
    });
    await tx.mail.updateMany({ where: { endorsementId: id }, data: { endorsementId: active.id } });
    await tx.endorsement.deleteMany({ where: { id } });
  });
}
