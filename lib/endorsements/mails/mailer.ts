import type { Transaction } from "@/lib/db";
import type { EndorsementMail } from "@/lib/endorsements/mails/emails";
import { newLinks, storeLink, type EndorsementLinks } from "@/lib/endorsements/mails/links";
import { toLocale, type Locale } from "@/lib/i18n/locales";
import { enqueueMail, type MailContent } from "@/lib/mail/outbox";
import type { MailKind } from "@/prisma/generated/enums";

export type EndorsementMailKind = Extract<MailKind, `endorsement_${string}`>;

type Addressee = { id: string; locale: string; email: string | null };
type RenderedMail = { kind: EndorsementMailKind; links: EndorsementLinks; content: MailContent };

export async function enqueueEndorsementMail(
  tx: Transaction,
  { id, locale, email }: Addressee,
  { kind, links, content }: RenderedMail,
): Promise<void> {
  await storeLink(tx, id, links);
  if (!email) return;
  await enqueueMail(tx, {
    kind,
    to: email,
    locale: toLocale(locale),
    endorsementId: id,
    unsubscribeUrl: links.unsubscribeUrl,
    content,
  });
}

/** Callers must leave out those with `hasStoppedMails`. Adds a new link and an opt-out header. */
export async function mailResident(
  tx: Transaction,
  resident: Addressee & { cityName: string },
  kind: EndorsementMailKind,
  write: (mail: EndorsementMail) => Promise<MailContent>,
): Promise<void> {
  const locale: Locale = toLocale(resident.locale);
  const links = newLinks(locale);
  const content = await write({ locale, cityName: resident.cityName, manageUrl: links.manageUrl });
  await enqueueEndorsementMail(tx, resident, { kind, links, content });
}
