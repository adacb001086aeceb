import type { Transaction } from "@/lib/db";
import { readEnv } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { Prisma } from "@/prisma/generated/client";
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

export async function enqueueMail(
  tx: Transaction,
  { to, content, notBefore, ...mail }: OutgoingMail,
): Promise<void> {
  await tx.mail.create({
    data: { ...mail, recipient: to, dueAt: dueAtOf(notBefore), ...content },
  });
}

/** As part of a statement: enqueued for each row of `from`. */
export const enqueuedMail = (
  { kind, to, locale, endorsementId, unsubscribeUrl, notBefore, content }: EndorsementMail,
  from: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  INSERT INTO mail (id, kind, recipient, locale, endorsement_id, unsubscribe_url, due_at,
    subject, text, html)
  SELECT gen_random_uuid(), ${kind}::mail_kind, ${to}, ${locale}, ${endorsementId}::uuid,
    ${unsubscribeUrl}, ${dueAtOf(notBefore)?.toISOString() ?? null}::timestamptz,
    ${content.subject}, ${content.text}, ${content.html}
  FROM ${from}`;

type EndorsementMail = Omit<OutgoingMail, "applicationId" | "reconfirmationId">;

/** Without a mail server it is kept for `/dev/outbox` and never sent: it may be stale by then. */
const dueAtOf = (notBefore = new Date()): Date | null => (readEnv().SMTP_URL ? notBefore : null);
