import type { Transaction } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";

/** A mail as people read it; both bodies say the same. */
export type MailContent = { subject: string; text: string; html: string };

type OutgoingMail = {
  /** What it tells, e.g. "application.received". */
  kind: string;
  to: string;
  locale: Locale;
  applicationId?: string;
  content: MailContent;
};

/** Writes a mail in the transaction of the change that it tells of: either both happen or neither. */
export async function enqueueMail(tx: Transaction, { kind, to, locale, applicationId, content }: OutgoingMail): Promise<void> {
  await tx.mail.create({ data: { kind, recipient: to, locale, applicationId, ...content } });
}
