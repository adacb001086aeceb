import { createHash } from "node:crypto";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { signInMail } from "@/lib/staff/mails/emails";
import { isKnownDevice } from "@/lib/staff/known-device";
import { findSecret } from "@/lib/staff/read-secret";
import { newToken } from "@/lib/tokens";
import { after, dayMs, hourMs } from "@/lib/durations";
import type { MailKind } from "@/prisma/generated/enums";

// Anybody may ask for a link to anybody's address. So that nobody can keep a member out, and nobody
// can fill a member's mailbox: no link ends another; a new one is sent unless this many unused ones
// still work, and those lie in the mailbox; and a browser with which the member has signed in
// before has links of its own, which no stranger can use up.
const openLinks = 5;
const linksPerHourToKnownDevice = 5;

/**
 * The fewer are asked for, the shorter they live: where more than these are sent in a day, somebody
 * seems to be at it.
 */
const linksPerDayThatLiveBriefly = 5;
const lifetimeInHours = { usual: 1, underPressure: 12 };

const kinds = { anyone: "staff_sign_in", knownDevice: "staff_sign_in_known_device" } as const;

type Link = { kind: MailKind; hours: number };

/**
 * Mails a sign-in link to a member of staff; does nothing for anyone else, or where enough work
 * already. Says nothing about which it was: nobody shall learn here who is on the staff.
 * @param deviceProof what the browser that asks has kept from a sign-in
 */
export async function sendSignInLink(
  email: string,
  deviceProof: string | null = null,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const memberId = await lockMember(tx, email);
    const link = memberId && (await chooseLink(tx, email, isKnownDevice(memberId, deviceProof)));
    if (!link) return;
    const token = await issueSignInToken(tx, email, link.hours);
    const url = `${siteUrl()}/admin/sign-in/continue?token=${token}`;
    const content = await signInMail({ locale: defaultLocale, url, hours: link.hours });
    await enqueueMail(tx, { kind: link.kind, to: email, locale: defaultLocale, content });
  });
}

/** Requests for one address take turns, so that what is counted below holds. */
async function lockMember(tx: Transaction, email: string): Promise<string | null> {
  const members = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM staff WHERE email = ${email} AND removed_at IS NULL FOR UPDATE`;
  return members[0]?.id ?? null;
}

/** Null when no link is sent. */
async function chooseLink(
  tx: Transaction,
  email: string,
  isDeviceKnown: boolean,
): Promise<Link | null> {
  const now = Date.now();
  const countSent = (kind: MailKind, withinMs: number) =>
    tx.mail.count({
      where: { kind, recipient: email, createdAt: { gt: new Date(now - withinMs) } },
    });

  if (isDeviceKnown && (await countSent(kinds.knownDevice, hourMs)) < linksPerHourToKnownDevice) {
    return { kind: kinds.knownDevice, hours: lifetimeInHours.usual };
  }
  const open = await tx.verificationToken.count({
    where: { identifier: email, expires: { gt: new Date(now) } },
  });
  if (open >= openLinks) return null;
  const isUsual = (await countSent(kinds.anyone, dayMs)) < linksPerDayThatLiveBriefly;
  return {
    kind: kinds.anyone,
    hours: isUsual ? lifetimeInHours.usual : lifetimeInHours.underPressure,
  };
}

/**
 * Makes a sign-in token that next-auth accepts once.
 * @returns the token itself; only its hash is stored
 */
export async function issueSignInToken(
  tx: Transaction,
  email: string,
  hours = lifetimeInHours.usual,
): Promise<string> {
  const token = newToken();
  const expires = after(new Date(), hours * hourMs);
  await tx.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
  await tx.verificationToken.create({
    data: { identifier: email, token: hashSignInToken(token), expires },
  });
  return token;
}

/**
 * The address that a link signs in, or null when the link is used, expired or none of ours. Changes
 * nothing.
 */
export async function findSignInAddress(token: string): Promise<string | null> {
  const found = await prisma.verificationToken.findFirst({
    where: { token: hashSignInToken(token), expires: { gt: new Date() } },
    select: { identifier: true },
  });
  return found?.identifier ?? null;
}

/** As next-auth hashes it: SHA-256 of the token and the secret of the site. */
const hashSignInToken = (token: string): string =>
  createHash("sha256")
    .update(token + findSecret())
    .digest("hex");
