import type { ApplicationMail } from "@/lib/applications/mails/emails";
import { issueStatusLink } from "@/lib/applications/mails/links";
import type { Transaction } from "@/lib/db";
import { toLocale } from "@/lib/i18n/locales";
import { enqueueMail, type MailContent } from "@/lib/mail/outbox";
import type { MailKind } from "@/prisma/generated/enums";

type Addressee = {
  id: string;
  reference: string;
  locale: string;
  contactName: string | null;
  contactEmail: string | null;
  city: { name: string };
};

/** Mails a new status page link; does nothing when the contact has been erased. */
export async function enqueueApplicantMail(
  tx: Transaction,
  application: Addressee,
  kind: Extract<MailKind, `application_${string}`>,
  write: (mail: ApplicationMail) => Promise<MailContent>,
  notBefore?: Date,
): Promise<void> {
  const { id, reference, contactName, contactEmail, city } = application;
  if (!contactName || !contactEmail) return;
  const locale = toLocale(application.locale);
  const statusUrl = await issueStatusLink(tx, id, locale);
  const content = await write({ locale, contactName, cityName: city.name, reference, statusUrl });
  await enqueueMail(tx, { kind, to: contactEmail, locale, applicationId: id, notBefore, content });
}
