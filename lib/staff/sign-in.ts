import { createHash } from "node:crypto";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { signInMail } from "@/lib/staff/mails/emails";
import { isKnownDevice } from "@/lib/staff/known-device";
import { acceptedSecrets, currentSecret } from "@/lib/site-secrets";
import { newToken } from "@/lib/tokens";
import { after, dayMs, hourMs } from "@/lib/durations";
import type { MailKind } from "@/prisma/generated/enums";

// Anyone may request links for any address. So that nobody can lock a member out or flood a
// mailbox: no link ends another, and no new one is sent while this many are unused and valid.
// A browser that the member has signed in with has its own limit, which strangers cannot use up.
export const openLinks = 5;
export const linksPerHourToKnownDevice = 5;

/** Beyond this number in a day, which suggests abuse, links live longer. */
export const linksPerDayThatLiveBriefly = 5;
export const lifetimeInHours = { usual: 1, underPressure: 12 };

const kinds = { anyone: "staff_sign_in", knownDevice: "staff_sign_in_known_device" } as const;

type Link = { kind: MailKind; hours: number };

/** Does not reveal whether a link was sent, so that staff addresses cannot be discovered. */
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

/** Serialises requests for one address, so that the counts below hold. */
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

/** Returns the token, which next-auth accepts once; only its hash is stored. */
export async function issueSignInToken(
  tx: Transaction,
  email: string,
  hours = lifetimeInHours.usual,
): Promise<string> {
  const token = newToken();
  const expires = after(new Date(), hours * hourMs);
  await tx.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
  await tx.verificationToken.create({
    data: { identifier: email, token: hashSignInToken(token, currentSecret()), expires },
  });
  return token;
}

/** `secret`: the one that the link was made with. */
type SignInLink = { email: string; secret: string };

/** Null when the link is used, expired or unknown. Does not use it up. */
export async function findSignInLink(token: string): Promise<SignInLink | null> {
  const secrets = acceptedSecrets();
  const hashes = secrets.map((secret) => hashSignInToken(token, secret));
  const found = await prisma.verificationToken.findFirst({
    where: { token: { in: hashes }, expires: { gt: new Date() } },
    select: { identifier: true, token: true },
  });
  const secret = found && secrets[hashes.indexOf(found.token)];
  return secret ? { email: found.identifier, secret } : null;
}

export const findSignInAddress = async (token: string): Promise<string | null> =>
  (await findSignInLink(token))?.email ?? null;

/** As next-auth does: SHA-256 of the token and the site's secret. */
const hashSignInToken = (token: string, secret: string): string =>
  createHash("sha256")
    .update(token + secret)
    .digest("hex");
