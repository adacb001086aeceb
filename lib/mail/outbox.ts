import type { Transaction } from "@/lib/db";
import { readEnv } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import type { MailKind } from "@/prisma/generated/enums";

export type MailContent = { subject: string; text: string; html: string };

type OutgoingMail = {
  kind: MailKind;
  to: string;
  locale: Locale;
  applicationId?: string;
  endorsementId?: string;
  reconfirmationId?: string;
  /** Takes one-click unsubscribe POSTs (RFC 8058). */
  unsubscribeUrl?: string;
  notBefore?: Date;
  content: MailContent;
};

/** Without a mail server it is kept for `/dev/outbox` and never sent: it may be stale by then. */
export async function enqueueMail(
  tx: Transaction,
  { to, content, notBefore = new Date(), ...mail }: OutgoingMail,
): Promise<void> {
  const dueAt = readEnv().SMTP_URL ? notBefore : null;
  await tx.mail.create({ data: { ...mail, recipient: to, dueAt, ...content } });
}
