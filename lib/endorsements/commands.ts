import { randomUUID } from "node:crypto";
import { keyedHash, keyedHashes } from "@/lib/abuse/keyed-hash";
import { admitEndorsement, takeMail } from "@/lib/abuse/mail-budget";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { ensureCity } from "@/lib/cities/commands";
import { isUniqueViolation, prisma, type Transaction } from "@/lib/db";
import { addressHashes, hashAddress } from "@/lib/endorsements/abuse/address";
import { moveAddress, withCurrentHash } from "@/lib/endorsements/abuse/address-rotation";
import {
  countSubmission,
  countCodeAttempt,
  networkHashPrefixOf,
} from "@/lib/endorsements/abuse/submission-counts";
import {
  hashCode,
  isCodeOf,
  maxCodeAttempts,
  newCode,
} from "@/lib/endorsements/abuse/confirmation-code";
import { alreadyCountsMail, confirmEndorsementMail } from "@/lib/endorsements/mails/emails";
import {
  expiresWhenSubmittedBefore,
  isExpired,
} from "@/lib/endorsements/retention/retention-periods";
import { enqueueEndorsementMail } from "@/lib/endorsements/mails/mailer";
import { findOrRaiseAlarm } from "@/lib/endorsements/abuse/city-alarm-commands";
import { codeAttemptsPerNetwork, assessAbuse } from "@/lib/endorsements/abuse/limits";
import { newLinks, storeLink } from "@/lib/endorsements/mails/links";
import { findActivationFacts } from "@/lib/endorsements/activation-facts";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { findSubmissionFacts, type SubmissionFacts } from "@/lib/endorsements/submission-facts";
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
  /** Made when the form was opened: the same form sent twice is one endorsement. */
  formKey: string;
  /** See networkOf(). Null if unknown. */
  network: string | null;
  suspicions: HoldReason[];
  /** When the form's proof of work expires; each is for one endorsement. */
  provenUntil?: Date;
};

/** `statusKey`: of the page that takes the code. */
type SubmissionResult = Result<
  "unknownCity" | "tooManyFromHere" | "tooManyToDomain",
  { statusKey: string }
>;

/** Neither the result nor the work done reveals whether the address has endorsed before. */
export async function submitEndorsement(
  endorsement: EndorsementInput,
  context: SubmissionContext,
  now = new Date(),
): Promise<SubmissionResult> {
  const { email, cityId } = endorsement;
  await moveAddress(email);
  const addressHash = hashAddress(email);
  // Derived, so that a form sent twice leads to the same page although only a hash is stored.
  const statusKey = keyedHash("ask", context.formKey, cityId, addressHash);
  // Under each secret, as the form may have been sent before SECRET was rotated.
  const statusKeys = addressHashes(email).flatMap((hash) =>
    keyedHashes("ask", context.formKey, cityId, hash),
  );
  const { network } = context;
  const statusKeyHashes = statusKeys.map(hashToken);
  const facts = await findSubmissionFacts(
    { cityId, email, network, addressHash, statusKeyHashes },
    now,
  );
  if (!facts) return { ok: false, reason: "unknownCity" };
  const sentBefore = statusKeys.find((key) => hashToken(key) === facts.sentAs);
  if (sentBefore) return { ok: true, statusKey: sentBefore };

  const networkHash = network && (await hashNetwork(network, now, facts.networkSalt));
  const { heldFor, isRefused } = assessAbuse(
    await countSubmission({ ...endorsement, ...context, networkHash }, now),
  );
  if (isRefused) return { ok: false, reason: "tooManyFromHere" };
  const admission = await admitEndorsement(email, now);
  if (!admission.ok) return admission;
  const { cityId: placeId, ...answers } = endorsement;
  const kind = facts.hasSigned ? "thanks" : "asks";
  // Looked for before the resident confirms, so that the next page can already say so.
  const alarm = kind === "asks" ? facts.alarm : null;
  const row: NewEndorsement = {
    ...answers,
    placeId,
    id: randomUUID(),
    kind,
    addressHash,
    statusKeyHash: hashToken(statusKey),
    heldFor: [
      ...context.suspicions,
      ...heldFor,
      ...(facts.isBlocked ? ["blocked" as const] : []),
      ...(alarm ? [alarm] : []),
    ],
    networkHashPrefix: networkHash && networkHashPrefixOf(networkHash),
    submittedAt: now,
  };
  await storeEndorsement(row, facts, { canBeMailed: admission.mayMail && !facts.isMailRefused });
  return { ok: true, statusKey };
}

type NewEndorsement = Omit<EndorsementInput, "cityId"> & {
  id: string;
  placeId: number;
  kind: EndorsementKind;
  addressHash: string;
  statusKeyHash: string;
  heldFor: HoldReason[];
  networkHashPrefix: string | null;
  submittedAt: Date;
};

/** Does the same work whether or not the address has an active endorsement already. */
async function storeEndorsement(
  row: NewEndorsement,
  { cityName, activeId, activeEmail }: SubmissionFacts,
  { canBeMailed }: { canBeMailed: boolean },
): Promise<void> {
  const { id, kind, email, locale } = row;
  const code = newCode();
  const links = newLinks(locale);
  const letter = { locale, cityName, manageUrl: links.manageUrl, kind };
  const [toConfirm, countsAlready] = await Promise.all([
    confirmEndorsementMail({ ...letter, code }),
    alreadyCountsMail({ ...letter, code }),
  ]);

  await prisma.$transaction(async (tx) => {
    const kept = activeId || !canBeMailed ? withoutPersonalData : {};
    // Skipped if the same form was sent a moment ago.
    const codeHash = canBeMailed ? hashCode(id, code) : null;
    const { count } = await tx.endorsement.createMany({
      data: { ...row, ...kept, codeHash },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const isMailed = canBeMailed && (await takeMail(tx, email, row.submittedAt));
    // Concurrent submissions have used up the mailbox's mails of the day.
    if (canBeMailed && !isMailed) {
      await tx.endorsement.update({
        where: { id },
        data: { ...withoutPersonalData, codeHash: null },
      });
    }
    // To the confirmed address of an active endorsement: the two may have been wrongly matched.
    const recipient = activeEmail ?? email;
    const addressee = { id: activeId ?? id, locale, email: isMailed ? recipient : null };
    await enqueueEndorsementMail(
      tx,
      addressee,
      activeId
        ? { kind: "endorsement_already_counts", links, content: countsAlready }
        : { kind: "endorsement_confirm", links, content: toConfirm },
    );
  });
}

/** For those that cannot be confirmed: active endorsement already, or no mail sent. */
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
  const found = await prisma.endorsement.findFirst({
    where: { links: { some: { tokenHash: hashToken(token) } } },
    select: confirmable,
  });
  if (!found) return { ok: false, reason: "unknown" };
  return confirm(await withCurrentHash(found), now);
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
  const endorsement = await withCurrentHash(found);
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
  const { placeId, kind, addressHash } = endorsement;
  const active = await prisma.endorsement.findUnique({
    where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
    select: { id: true },
  });
  // Withdrawn meanwhile.
  if (!active) return { ok: false, reason: "unknown" };
  await prisma.endorsement.updateMany({ where: { id: endorsement.id }, data: { codeAttempts: 0 } });
  const token = newToken();
  await storeLink(prisma, active.id, { token });
  return { ...confirmed, token };
}

/** Nothing personal was stored, as the address had an active endorsement: nothing to confirm. */
const isRepeatOfActive = ({ state, email }: Confirmable): boolean =>
  state === "unconfirmed" && email === null;

const confirmationOfRepeat = ({ submittedAt }: Confirmable, now: Date): ConfirmationResult =>
  isExpired({ submittedAt, confirmedAt: null }, now)
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
  submittedAt: true,
} satisfies Prisma.EndorsementSelect;

type Confirmable = Prisma.EndorsementGetPayload<{ select: typeof confirmable }>;

async function confirm(endorsement: Confirmable, now: Date): Promise<ConfirmationResult> {
  if (endorsement.state !== "unconfirmed") return confirmedAs(endorsement.state);
  try {
    const { isPublished, ...result } = await prisma.$transaction((tx) =>
      activateEndorsement(tx, endorsement, now),
    );
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

/** @throws a unique violation if the address has an active endorsement for the city already */
async function activateEndorsement(
  tx: Transaction,
  { id, placeId: cityId, kind, addressHash, heldFor }: Confirmable,
  now: Date,
): Promise<ConfirmationResult & { isPublished?: boolean }> {
  const { suppression, isCity, settings, ...activity } = await findActivationFacts(
    tx,
    { addressHash, cityId, kind },
    now,
  );
  const alarm =
    kind === "asks" ? await findOrRaiseAlarm(tx, cityId, activity, settings, now) : null;
  const reasons = [
    ...new Set<HoldReason>([
      ...heldFor,
      ...(suppression === "invalidated" ? (["blocked"] as const) : []),
      ...(alarm ? [alarm] : []),
    ]),
  ];
  const state = reasons.length > 0 ? "held" : "confirmed";
  const { count } = await tx.endorsement.updateMany({
    where: {
      id,
      state: "unconfirmed",
      email: { not: null },
      submittedAt: { gt: expiresWhenSubmittedBefore(now) },
    },
    data: { state, activeAddressHash: addressHash, heldFor: reasons, confirmedAt: now },
  });
  if (count === 0) return findConfirmation(tx, id);
  // A withdrawn endorsement may come back; an invalidation lasts until staff release it.
  if (suppression && suppression !== "invalidated")
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
  if (!isCity) await ensureCity(tx, cityId);
  await recordEvent(tx, {
    kind: "endorsement_confirmed",
    actor: "resident",
    cityId,
    detail: { kind },
  });
  const isPublished = await recordCount(tx, { cityId, kind }, "added", now);
  return { ok: true, confirmation: "counted", isPublished };
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
