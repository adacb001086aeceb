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

/** Mails each contact a status page link of their own; nothing to those who have been erased. */
export async function enqueueApplicantMail(
  tx: Transaction,
  application: Addressee,
  kind: Extract<MailKind, `application_${string}`>,
  write: (mail: ApplicationMail) => Promise<MailContent>,
  notBefore?: Date,
): Promise<void> {
  const { id, reference, contactName, contactEmail, city } = application;
  const locale = toLocale(application.locale);
  const second = await tx.secondContact.findUnique({
    where: { applicationId: id, agreedAt: { not: null } },
    select: { name: true, email: true },
  });
  const contacts = [
    ...(contactName && contactEmail ? [{ name: contactName, email: contactEmail }] : []),
    ...(second ? [{ ...second, isOfSecond: true }] : []),
  ];
  for (const { name, email, ...owner } of contacts) {
    const statusUrl = await issueStatusLink(tx, id, locale, owner);
    const mail = { locale, contactName: name, cityName: city.name, reference, statusUrl };
    const content = await write(mail);
    await enqueueMail(tx, { kind, to: email, locale, applicationId: id, notBefore, content });
  }
}
