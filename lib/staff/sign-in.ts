import { createHash } from "node:crypto";
import { prisma, type Transaction } from "@/lib/db";
import { readEnv, siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { signInMail } from "@/lib/staff/emails";
import { newToken } from "@/lib/tokens";

const linkLifetimeInMinutes = 10;
const linksPerHour = 5;

/** The kind of the mail, by which the links of the last hour are counted. */
const mailKind = "staff.sign_in";

/**
 * Mails a sign-in link to a member of staff; does nothing for anyone else, or when five were sent within the hour.
 * Says nothing about which it was: nobody shall learn here who is on the staff.
 */
export async function sendSignInLink(email: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    if (!(await lockMember(tx, email)) || (await hasEnoughLinks(tx, email))) return;
    const token = await issueSignInToken(tx, email);
    const url = `${siteUrl()}/admin/sign-in/continue?token=${token}`;
    const content = await signInMail({ locale: defaultLocale, url, minutes: linkLifetimeInMinutes });
    await enqueueMail(tx, { kind: mailKind, to: email, locale: defaultLocale, content });
  });
}

/** Requests for one address take turns, so that the count below holds. */
async function lockMember(tx: Transaction, email: string): Promise<boolean> {
  const members = await tx.$queryRaw<unknown[]>`SELECT id FROM staff WHERE email = ${email} AND removed_at IS NULL FOR UPDATE`;
  return members.length > 0;
}

async function hasEnoughLinks(tx: Transaction, email: string): Promise<boolean> {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const sent = await tx.mail.count({ where: { kind: mailKind, recipient: email, createdAt: { gt: anHourAgo } } });
  return sent >= linksPerHour;
}

/**
 * Makes a sign-in token that next-auth accepts once, within ten minutes.
 * @returns the token itself; only its hash is stored
 */
export async function issueSignInToken(tx: Transaction, email: string): Promise<string> {
  const token = newToken();
  const expires = new Date(Date.now() + linkLifetimeInMinutes * 60_000);
  await tx.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
  await tx.verificationToken.create({ data: { identifier: email, token: hashSignInToken(token), expires } });
  return token;
}

/** The address that a link signs in, or null when the link is used, expired or none of ours. Changes nothing. */
export async function findSignInAddress(token: string): Promise<string | null> {
  const found = await prisma.verificationToken.findFirst({
    where: { token: hashSignInToken(token), expires: { gt: new Date() } },
    select: { identifier: true },
  });
  return found?.identifier ?? null;
}

/** As next-auth hashes it: SHA-256 of the token and the secret of the site. */
const hashSignInToken = (token: string): string => createHash("sha256").update(token + signInSecret()).digest("hex");

/** @throws when the site was not started through its own start, which makes a secret where none is given */
export function signInSecret(): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return SECRET;
}
