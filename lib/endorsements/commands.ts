import { randomUUID } from "node:crypto";
import { isSameHash, keyedHash } from "@/lib/abuse/keyed-hash";
import { admitEndorsement, takeMail } from "@/lib/abuse/mail-budget";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { ensureCity } from "@/lib/cities/commands";
import { isUniqueViolation, prisma, type Transaction } from "@/lib/db";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import {
  countSubmission,
  countCodeAttempt,
  networkHashPrefixOf,
} from "@/lib/endorsements/abuse/submission-counts";
import { isBlocked } from "@/lib/endorsements/abuse/blocks";
import { maxCodeAttempts, hashCode, newCode } from "@/lib/endorsements/abuse/confirmation-code";
import { alreadyCountsMail, confirmEndorsementMail } from "@/lib/endorsements/mails/emails";
import { expiresWhenAskedBefore, isExpired } from "@/lib/endorsements/retention/retention-periods";
import { enqueueEndorsementMail } from "@/lib/endorsements/mails/mailer";
import { codeAttemptsPerNetwork, assessAbuse } from "@/lib/endorsements/abuse/limits";
import { newLinks, storeLink } from "@/lib/endorsements/mails/links";
import { findEndorsablePlace } from "@/lib/endorsements/queries";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { recordEvent } from "@/lib/events";
import type { Locale } from "@/lib/i18n/locales";
import { refreshSiteVersion } from "@/lib/site-version";
import { hashToken, newToken } from "@/lib/tokens";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, EndorsementState, HoldReason } from "@/prisma/generated/enums";

/** The index that lets an address have one active endorsement for a city. */
const oneActiveForAddress = "endorsement_place_id_kind_active_address_hash_key";

/** What a resident sends. */
export type EndorsementInput = {
  /** GeoNames id. */
  cityId: number;
  /** As typed. */
  email: string;
  name: string | null;
  isNamePublic: boolean;
  wantsNews: boolean;
  locale: Locale;
  declarationVersion: string;
};

/** How it was sent. */
export type SubmissionContext = {
  /** Made when the form was opened: the same form sent twice is one ask. */
  formKey: string;
  /** See networkOf(). Null where nobody knows. */
  network: string | null;
  /** What looked wrong before anything was counted. */
  suspicions: HoldReason[];
  /** Until when the form's proof of work would hold, where it came with one: it is for one ask. */
  provenUntil?: Date;
};

type SubmissionResult =
  { statusKey: string } | { refusal: "unknownCity" | "tooManyFromHere" | "tooManyToDomain" };

/**
 * Takes a resident's ask and has its confirmation mailed. Nothing of the outcome, nor of what is
 * done for it, depends on whether the address has asked before: only the mail tells.
 * @returns what the address of the page that takes the code carries, or why the ask cannot be taken
 */
export async function submitEndorsement(
  ask: EndorsementInput,
  sending: SubmissionContext,
  now = new Date(),
): Promise<SubmissionResult> {
  const addressHash = hashAddress(ask.email);
  // Not random, so that a form that is sent twice leads to the same page, of which only a hash is
  // stored.
  const statusKey = keyedHash("ask", sending.formKey, ask.cityId, addressHash);
  const wasSent =
    (await prisma.endorsement.count({ where: { statusKeyHash: hashToken(statusKey) } })) > 0;
  if (wasSent) return { statusKey };
  const place = await findEndorsablePlace(ask.cityId);
  if (!place) return { refusal: "unknownCity" };

  const networkHash = sending.network && (await hashNetwork(sending.network, now));
  const { heldFor, isRefused } = assessAbuse(
    await countSubmission({ ...ask, ...sending, networkHash }, now),
  );
  if (isRefused) return { refusal: "tooManyFromHere" };
  const admission = await admitEndorsement(ask.email, now);
  if ("refusal" in admission) return admission;
  const isFromBlocked = await isBlocked(ask.email, sending.network);
  const { cityId: placeId, ...answers } = ask;
  const row = {
    ...answers,
    placeId,
    id: randomUUID(),
    kind: place.kind,
    addressHash,
    statusKeyHash: hashToken(statusKey),
    heldFor: [...sending.suspicions, ...heldFor, ...(isFromBlocked ? ["blocked" as const] : [])],
    networkHashPrefix: networkHash && networkHashPrefixOf(networkHash),
    askedAt: now,
  };
  await storeEndorsement(row, { cityName: place.publicName, mayMail: admission.mayMail });
  return { statusKey };
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

/**
 * Both mails are written, and as many rows, whether the address has an active endorsement already
 * or not.
 */
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
    const active = await tx.endorsement.findUnique({
      where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
      select: { id: true, email: true },
    });
    const isDisowned =
      (await tx.suppression.count({ where: { addressHash, reason: "not_me" } })) > 0;
    const canBeMailed = mayMail && !isDisowned;
    const kept = active || !canBeMailed ? withoutPersonalData : {};
    // Skipped when the same form was sent a moment ago: then that one counts.
    const codeHash = canBeMailed ? hashCode(id, code) : null;
    const { count } = await tx.endorsement.createMany({
      data: { ...row, ...kept, codeHash },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const isMailed = canBeMailed && (await takeMail(tx, email, row.askedAt));
    // Others that came at the same moment have had the last mails of the day.
    if (canBeMailed && !isMailed) {
      await tx.endorsement.update({
        where: { id },
        data: { ...withoutPersonalData, codeHash: null },
      });
    }
    // An active endorsement is written to at the address that was confirmed, in case another was
    // wrongly taken for the same.
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

/**
 * What cannot be confirmed, because the address has an active endorsement or gets no mail, holds
 * nothing of a person.
 */
const withoutPersonalData = {
  email: null,
  name: null,
  isNamePublic: false,
  wantsNews: false,
  networkHashPrefix: null,
};

/**
 * What became of an ask when it was confirmed: it counts, it waits for staff, or the address had an
 * active endorsement for the city before.
 */
export type Confirmation = "counted" | "held" | "alreadyCounts";

/** Confirms the ask that a mail's link leads to. Confirming again changes nothing. */
export async function confirmByLink(
  token: string,
  now = new Date(),
): Promise<Confirmation | "unknown"> {
  const link = await prisma.endorsementLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { endorsement: { select: confirmable } },
  });
  return link ? confirm(link.endorsement, now) : "unknown";
}

type Confirmed = {
  /** New, for the page of the endorsement. */
  token: string;
  confirmation: Confirmation;
};

/**
 * Confirms an ask by the code in its mail. The right code again leads to the same place; each ask
 * bears only a few wrong ones. Where the address has an active endorsement for the city already,
 * the code of its mail leads to that one.
 */
export async function confirmByCode(
  statusKey: string,
  code: string,
  network: string | null,
  now = new Date(),
): Promise<Confirmed | "wrong" | "unknown" | "tooManyTries"> {
  if ((await countCodeAttempt(network, now)) > codeAttemptsPerNetwork) return "tooManyTries";
  const ask = await prisma.endorsement.findUnique({
    where: { statusKeyHash: hashToken(statusKey) },
    select: { ...confirmable, codeHash: true },
  });
  if (!ask) return "unknown";
  // The try is counted before it is looked at: many at once are as many tries.
  const { count } = await prisma.endorsement.updateMany({
    where: { id: ask.id, codeAttempts: { lt: maxCodeAttempts } },
    data: { codeAttempts: { increment: 1 } },
  });
  if (count === 0) return "tooManyTries";
  if (!isSameHash(ask.codeHash ?? "", hashCode(ask.id, code))) return "wrong";

  const confirmation = isRepeatOfActive(ask) ? confirmAgain(ask, now) : await confirm(ask, now);
  if (confirmation === "unknown") return "unknown";
  const { placeId, kind, addressHash } = ask;
  const active = await prisma.endorsement.findUnique({
    where: { placeId_kind_activeAddressHash: { placeId, kind, activeAddressHash: addressHash } },
    select: { id: true },
  });
  // Withdrawn meanwhile.
  if (!active) return "unknown";
  await prisma.endorsement.updateMany({ where: { id: ask.id }, data: { codeAttempts: 0 } });
  const token = newToken();
  await storeLink(prisma, active.id, { token });
  return { token, confirmation };
}

/**
 * The address had an active endorsement for the city when it asked: nothing of a person is kept of
 * the ask, and there is nothing to confirm.
 */
const isRepeatOfActive = ({ state, email }: Confirmable): boolean =>
  state === "unconfirmed" && email === null;

const confirmAgain = ({ askedAt }: Confirmable, now: Date): Confirmation | "unknown" =>
  isExpired({ askedAt, confirmedAt: null }, now) ? "unknown" : "alreadyCounts";

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

async function confirm(ask: Confirmable, now: Date): Promise<Confirmation | "unknown"> {
  if (ask.state !== "unconfirmed") return confirmationOf(ask.state);
  try {
    const outcome = await prisma.$transaction((tx) => activateEndorsement(tx, ask, now));
    if (outcome === "counted") await refreshSiteVersion();
    return outcome;
  } catch (error) {
    if (!isUniqueViolation(error, oneActiveForAddress)) throw error;
    await mergeIntoExisting(ask);
    return "alreadyCounts";
  }
}

const confirmationOf = (state: EndorsementState): Confirmation =>
  state === "held" ? "held" : "counted";

/**
 * Lets it count, or wait for staff. Throws where the address has an active endorsement for the
 * city: `activeAddressHash` is unique.
 */
async function activateEndorsement(
  tx: Transaction,
  { id, placeId: cityId, kind, addressHash, heldFor }: Confirmable,
  now: Date,
): Promise<Confirmation | "unknown"> {
  const suppression = await tx.suppression.findUnique({
    where: { addressHash_cityId_kind: { addressHash, cityId, kind } },
    select: { reason: true },
  });
  const reasons: HoldReason[] =
    suppression?.reason === "invalidated" ? [...heldFor, "blocked"] : heldFor;
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
  // Who withdrew may come back; what staff invalidated is remembered until they release it.
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
    return "held";
  }
  await ensureCity(tx, cityId);
  await recordEvent(tx, {
    kind: "endorsement_confirmed",
    actor: "resident",
    cityId,
    detail: { kind },
  });
  await recordCount(tx, { cityId, kind }, "added", now);
  return "counted";
}

/** It was confirmed a moment ago, or is too old to be. */
async function findConfirmation(tx: Transaction, id: string): Promise<Confirmation | "unknown"> {
  const row = await tx.endorsement.findUnique({ where: { id }, select: { state: true } });
  return !row || row.state === "unconfirmed" ? "unknown" : confirmationOf(row.state);
}

/**
 * The address has confirmed another ask for the city meanwhile: the mails of this one lead there
 * from now on.
 */
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
