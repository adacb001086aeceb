import { randomUUID } from "node:crypto";
import { keyedHash, keyedHashes } from "@/lib/abuse/keyed-hash";
import { admitEndorsement, takeMail } from "@/lib/abuse/mail-budget";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { ensureCity } from "@/lib/cities/commands";
import { isUniqueViolation, prisma, type Transaction } from "@/lib/db";
import { addressHashes, hashAddress } from "@/lib/endorsements/abuse/address";
import { moveToCurrentHash, withCurrentHash } from "@/lib/endorsements/abuse/address-rotation";
import {
  countSubmission,
  countCodeAttempt,
  networkHashPrefixOf,
} from "@/lib/endorsements/abuse/submission-counts";
import { isBlocked } from "@/lib/endorsements/abuse/blocks";
import {
  hashCode,
  isCodeOf,
  maxCodeAttempts,
  newCode,
} from "@/lib/endorsements/abuse/confirmation-code";
import { alreadyCountsMail, confirmEndorsementMail } from "@/lib/endorsements/mails/emails";
import { expiresWhenAskedBefore, isExpired } from "@/lib/endorsements/retention/retention-periods";
import { enqueueEndorsementMail } from "@/lib/endorsements/mails/mailer";
import { findOrRaiseAlarm } from "@/lib/endorsements/abuse/city-alarm-commands";
import { findOpenAlarm } from "@/lib/endorsements/abuse/city-alarm-queries";
import { codeAttemptsPerNetwork, assessAbuse } from "@/lib/endorsements/abuse/limits";
import { newLinks, storeLink } from "@/lib/endorsements/mails/links";
import { findEndorsablePlace } from "@/lib/endorsements/queries";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { recordEvent } from "@/lib/events";
import type { Locale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/result";
import { refreshSiteVersion } from "@/lib/site-version";
import { hashToken, newToken } from "@/lib/tokens";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, EndorsementState, HoldReason } from "@/prisma/generated/enums";

const oneActiveForAddress = "endorsement_place_id_kind_active_address_hash_key";

export type EndorsementInput = {
  /** GeoNames id. */
  cityId: number;
  email: string;
  name: string | null;
  isNamePublic: boolean;
  wantsNews: boolean;
  locale: Locale;
  declarationVersion: string;
};

export type SubmissionContext = {
  /** Made when the form was opened: the same form sent twice is one ask. */
  formKey: string;
  /** See networkOf(). Null if unknown. */
  network: string | null;
  suspicions: HoldReason[];
  /** When the form's proof of work expires; each is for one ask. */
  provenUntil?: Date;
};

/** `statusKey`: of the page that takes the code. */
type SubmissionResult = Result<
  "unknownCity" | "tooManyFromHere" | "tooManyToDomain",
  { statusKey: string }
>;

/** Neither the result nor the work done reveals whether the address has asked before. */
export async function submitEndorsement(
  ask: EndorsementInput,
  sending: SubmissionContext,
  now = new Date(),
): Promise<SubmissionResult> {
  const addressHash = hashAddress(ask.email);
  // Derived, so that a form sent twice leads to the same page although only a hash is stored.
  const statusKey = keyedHash("ask", sending.formKey, ask.cityId, addressHash);
  const sentBefore = await findKeyOfSent(ask, sending.formKey);
  if (sentBefore) return { ok: true, statusKey: sentBefore };
  const place = await findEndorsablePlace(ask.cityId);
  if (!place) return { ok: false, reason: "unknownCity" };

  const networkHash = sending.network && (await hashNetwork(sending.network, now));
  const { heldFor, isRefused } = assessAbuse(
    await countSubmission({ ...ask, ...sending, networkHash }, now),
  );
  if (isRefused) return { ok: false, reason: "tooManyFromHere" };
  const admission = await admitEndorsement(ask.email, now);
  if (!admission.ok) return admission;
  const isFromBlocked = await isBlocked(ask.email, sending.network);
  const { cityId: placeId, ...answers } = ask;
  // Looked for before the resident confirms, so that the next page can already say so.
  const alarm = place.kind === "asks" ? await findOpenAlarm(placeId) : null;
  const row = {
    ...answers,
    placeId,
    id: randomUUID(),
    kind: place.kind,
    addressHash,
    statusKeyHash: hashToken(statusKey),
    heldFor: [
      ...sending.suspicions,
      ...heldFor,
      ...(isFromBlocked ? ["blocked" as const] : []),
      ...(alarm ? [alarm] : []),
    ],
    networkHashPrefix: networkHash && networkHashPrefixOf(networkHash),
    askedAt: now,
  };
  await storeEndorsement(row, { cityName: place.publicName, mayMail: admission.mayMail });
  return { ok: true, statusKey };
}

/** Of the same form, which may have been sent before SECRET was rotated. */
async function findKeyOfSent(
  { email, cityId }: Pick<EndorsementInput, "email" | "cityId">,
  formKey: string,
): Promise<string | null> {
  const keys = addressHashes(email).flatMap((hash) => keyedHashes("ask", formKey, cityId, hash));
  const sent = await prisma.endorsement.findFirst({
    where: { statusKeyHash: { in: keys.map(hashToken) } },
    select: { statusKeyHash: true },
  });
  return keys.find((key) => hashToken(key) === sent?.statusKeyHash) ?? null;
}

type NewEndorsement = Omit<EndorsementInput, "cityId"> & {
  id: string;
  placeId: number;
  kind: EndorsementKind;
  addressHash: string;
  statusKeyHash: string;
  heldFor: HoldReason[];
  networkHashPrefix: string | null;
  askedAt: Date;
};

/** Does the same work whether or not the address has an active endorsement already. */
async function storeEndorsement(
  row: NewEndorsement,
  { cityName, mayMail }: { cityName: string; mayMail: boolean },
): Promise<void> {
  const { id, placeId, kind, addressHash, email, locale } = row;
  const code = newCode();
  const links = newLinks(locale);
  const letter = { locale, cityName, manageUrl: links.manageUrl, kind };
  const [toConfirm, countsAlready] = await Promise.all([
    confirmEndorsementMail({ ...letter, code }),
    alreadyCountsMail({ ...letter, code }),
  ]);

  await prisma.$transaction(async (tx) => {
    await moveToCurrentHash(tx, email);
    const active = await tx.endorsement.findUnique({
      where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
      select: { id: true, email: true },
    });
    const isDisowned =
      (await tx.suppression.count({ where: { addressHash, reason: "not_me" } })) > 0;
    const canBeMailed = mayMail && !isDisowned;
    const kept = active || !canBeMailed ? withoutPersonalData : {};
    // Skipped if the same form was sent a moment ago.
    const codeHash = canBeMailed ? hashCode(id, code) : null;
    const { count } = await tx.endorsement.createMany({
      data: { ...row, ...kept, codeHash },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const isMailed = canBeMailed && (await takeMail(tx, email, row.askedAt));
    // Concurrent asks have used up the mailbox's mails of the day.
    if (canBeMailed && !isMailed) {
      await tx.endorsement.update({
        where: { id },
        data: { ...withoutPersonalData, codeHash: null },
      });
    }
    // To the confirmed address of an active endorsement: the two may have been wrongly matched.
    const recipient = active?.email ?? email;
    const addressee = { id: active?.id ?? id, locale, email: isMailed ? recipient : null };
    await enqueueEndorsementMail(
      tx,
      addressee,
      active
        ? { kind: "endorsement_already_counts", links, content: countsAlready }
        : { kind: "endorsement_confirm", links, content: toConfirm },
    );
  });
}

/** For asks that cannot be confirmed: active endorsement already, or no mail sent. */
const withoutPersonalData = {
  email: null,
  name: null,
  isNamePublic: false,
  wantsNews: false,
  networkHashPrefix: null,
};

/** `held` waits for staff; `alreadyCounts`: the address had an active endorsement before. */
type Confirmation = "counted" | "held" | "alreadyCounts";

type ConfirmationResult = Result<"unknown", { confirmation: Confirmation }>;

/** Idempotent. */
export async function confirmByLink(token: string, now = new Date()): Promise<ConfirmationResult> {
  const link = await prisma.endorsementLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { endorsement: { select: confirmable } },
  });
  if (!link) return { ok: false, reason: "unknown" };
  return confirm(await withCurrentHash(link.endorsement), now);
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
  const found = await prisma.endorsement.findUnique({
    where: { statusKeyHash: hashToken(statusKey) },
    select: { ...confirmable, codeHash: true },
  });
  if (!found) return { ok: false, reason: "unknown" };
  const ask = await withCurrentHash(found);
  // Counted before the comparison, so that concurrent attempts cannot exceed the limit.
  const { count } = await prisma.endorsement.updateMany({
    where: { id: ask.id, codeAttempts: { lt: maxCodeAttempts } },
    data: { codeAttempts: { increment: 1 } },
  });
  if (count === 0) return { ok: false, reason: "tooManyTries" };
  if (!isCodeOf(ask.id, code, ask.codeHash ?? "")) return { ok: false, reason: "wrong" };

  const confirmed = isRepeatOfActive(ask) ? confirmAgain(ask, now) : await confirm(ask, now);
  if (!confirmed.ok) return confirmed;
  const { placeId, kind, addressHash } = ask;
  const active = await prisma.endorsement.findUnique({
    where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
    select: { id: true },
  });
  // Withdrawn meanwhile.
  if (!active) return { ok: false, reason: "unknown" };
  await prisma.endorsement.updateMany({ where: { id: ask.id }, data: { codeAttempts: 0 } });
  const token = newToken();
  await storeLink(prisma, active.id, { token });
  return { ...confirmed, token };
}

/** Nothing personal was stored, as the address had an active endorsement: nothing to confirm. */
const isRepeatOfActive = ({ state, email }: Confirmable): boolean =>
  state === "unconfirmed" && email === null;

const confirmAgain = ({ askedAt }: Confirmable, now: Date): ConfirmationResult =>
  isExpired({ askedAt, confirmedAt: null }, now)
    ? { ok: false, reason: "unknown" }
    : { ok: true, confirmation: "alreadyCounts" };

const confirmable = {
  id: true,
  kind: true,
  placeId: true,
  state: true,
  addressHash: true,
  email: true,
  heldFor: true,
  askedAt: true,
} satisfies Prisma.EndorsementSelect;

type Confirmable = Prisma.EndorsementGetPayload<{ select: typeof confirmable }>;

async function confirm(ask: Confirmable, now: Date): Promise<ConfirmationResult> {
  if (ask.state !== "unconfirmed") return confirmedAs(ask.state);
  try {
    const result = await prisma.$transaction((tx) => activateEndorsement(tx, ask, now));
    if (result.ok && result.confirmation === "counted") await refreshSiteVersion();
    return result;
  } catch (error) {
    if (!isUniqueViolation(error, oneActiveForAddress)) throw error;
    await mergeIntoExisting(ask);
    return { ok: true, confirmation: "alreadyCounts" };
  }
}

const confirmedAs = (state: EndorsementState): ConfirmationResult => ({
  ok: true,
  confirmation: state === "held" ? "held" : "counted",
});

/** @throws a unique violation if the address has an active endorsement for the city already */
async function activateEndorsement(
  tx: Transaction,
  { id, placeId: cityId, kind, addressHash, heldFor }: Confirmable,
  now: Date,
): Promise<ConfirmationResult> {
  const suppression = await tx.suppression.findUnique({
    where: { addressHash_cityId_kind: { addressHash, cityId, kind } },
    select: { reason: true },
  });
  const alarm = kind === "asks" ? await findOrRaiseAlarm(tx, cityId, now) : null;
  const reasons = [
    ...new Set<HoldReason>([
      ...heldFor,
      ...(suppression?.reason === "invalidated" ? (["blocked"] as const) : []),
      ...(alarm ? [alarm] : []),
    ]),
  ];
  const state = reasons.length > 0 ? "held" : "confirmed";
  const { count } = await tx.endorsement.updateMany({
    where: {
      id,
      state: "unconfirmed",
      email: { not: null },
      askedAt: { gt: expiresWhenAskedBefore(now) },
    },
    data: { state, activeAddressHash: addressHash, heldFor: reasons, confirmedAt: now },
  });
  if (count === 0) return findConfirmation(tx, id);
  // A withdrawn endorsement may come back; an invalidation lasts until staff release it.
  await tx.suppression.deleteMany({
    where: { addressHash, cityId, kind, reason: { not: "invalidated" } },
  });
  if (state === "held") {
    await recordEvent(tx, {
      kind: "endorsement_held",
      actor: "resident",
      cityId,
      detail: { kind, reasons },
    });
    return { ok: true, confirmation: "held" };
  }
  await ensureCity(tx, cityId);
  await recordEvent(tx, {
    kind: "endorsement_confirmed",
    actor: "resident",
    cityId,
    detail: { kind },
  });
  await recordCount(tx, { cityId, kind }, "added", now);
  return { ok: true, confirmation: "counted" };
}

/** For an ask that was confirmed a moment ago or is too old. */
async function findConfirmation(tx: Transaction, id: string): Promise<ConfirmationResult> {
  const row = await tx.endorsement.findUnique({ where: { id }, select: { state: true } });
  return !row || row.state === "unconfirmed"
    ? { ok: false, reason: "unknown" }
    : confirmedAs(row.state);
}

/** Another ask of the address was confirmed first: this one's mails lead there from now on. */
async function mergeIntoExisting({ id, placeId, kind, addressHash }: Confirmable): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const active = await tx.endorsement.findUnique({
      where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
      select: { id: true },
    });
    if (!active) return;
    await tx.endorsementLink.updateMany({
      where: { endorsementId: id },
      data: { endorsementId: active.id },
    });
    await tx.mail.updateMany({ where: { endorsementId: id }, data: { endorsementId: active.id } });
    await tx.endorsement.deleteMany({ where: { id } });
  });
}
