import type { Contact } from "@/lib/cities/contacts/queries";
import type { Transaction } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { reconfirmMail, reconfirmReminderMail } from "@/lib/members/mails/emails";
import { hashToken, newToken } from "@/lib/tokens";

/** After the answer was due: who is late can still answer. */
export const reconfirmationLinkDays = 365;

const writers = {
  member_reconfirm: reconfirmMail,
  member_reconfirm_reminder: reconfirmReminderMail,
} as const;

type Asking = { reconfirmationId: string; cityName: string; dueAt: Date };

/** Each contact gets a link of their own; earlier links work until they expire. */
export async function mailContacts(
  tx: Transaction,
  kind: keyof typeof writers,
  contacts: readonly Contact[],
  { reconfirmationId, cityName, dueAt }: Asking,
): Promise<void> {
  for (const { id: contactId, name: contactName, email, locale: language } of contacts) {
    const token = newToken();
    const expiresAt = after(dueAt, reconfirmationLinkDays * dayMs);
    await tx.reconfirmationLink.create({
      data: { tokenHash: hashToken(token), reconfirmationId, contactId, expiresAt },
    });
    const locale = toLocale(language);
    const answerUrl = siteUrl() + href(locale, `/membership/${token}`);
    const content = await writers[kind]({ locale, contactName, cityName, dueAt, answerUrl });
    await enqueueMail(tx, { kind, to: email, locale, reconfirmationId, content });
  }
}
