import type { Transaction } from "@/lib/db";
import { readEnv } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import type { MailKind } from "@/prisma/generated/enums";

/** A mail as people read it; both bodies say the same. */
export type MailContent = { subject: string; text: string; html: string };

type OutgoingMail = {
  /** What it tells, e.g. "application_received". */
  kind: MailKind;
  to: string;
  locale: Locale;
  applicationId?: string;
  endorsementId?: string;
  /** Where a mail program may stop such mails with one POST (RFC 8058). */
  unsubscribeUrl?: string;
  /** It is not sent before; without it, at once. */
  notBefore?: Date;
  content: MailContent;
};

/**
 * Writes a mail in the transaction of the change that it tells of: either both happen or neither.
 * Without a mail server it is kept to be read at `/dev/outbox`, and is not sent when there is one
 * later: by then it may be old, or have been written while somebody only tried the site.
 */
export async function enqueueMail(
  tx: Transaction,
  { to, content, notBefore = new Date(), ...mail }: OutgoingMail,
): Promise<void> {
  const dueAt = readEnv().SMTP_URL ? notBefore : null;
  await tx.mail.create({ data: { ...mail, recipient: to, dueAt, ...content } });
}
