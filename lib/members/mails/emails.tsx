import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";

export type ReconfirmMail = {
  locale: Locale;
  contactName: string;
  cityName: string;
  dueAt: Date;
  /** Holds the secret link: only for this contact. */
  answerUrl: string;
};

export const reconfirmMail = (mail: ReconfirmMail): Promise<MailContent> => write(mail, "first");

export const reconfirmReminderMail = (mail: ReconfirmMail): Promise<MailContent> =>
  write(mail, "reminder");

function write(
  { locale, contactName, cityName: city, dueAt, answerUrl }: ReconfirmMail,
  kind: "first" | "reminder",
): Promise<MailContent> {
  const t = translator(locale, "reconfirmMail");
  return renderLetter({
    locale,
    subject: t(`${kind}.subject`, { city }),
    heading: t("heading", { city }),
    greeting: t("greeting", { name: contactName }),
    paragraphs: [t(`${kind}.text`, { city }), t("due", { city, date: dueAt }), t("contacts")],
    action: { label: t("action"), url: answerUrl },
    reason: t("reason", { city }),
  });
}
