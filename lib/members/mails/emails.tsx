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

type PageMail = {
  locale: Locale;
  contactName: string;
  cityName: string;
  url: string;
};

export function pageLinkMail({
  locale,
  contactName,
  cityName: city,
  hours,
  url,
}: PageMail & { hours: number }): Promise<MailContent> {
  const t = translator(locale, "cityPageMail");
  return renderLetter({
    locale,
    subject: t("link.subject", { city }),
    heading: t("link.subject", { city }),
    greeting: t("greeting", { name: contactName }),
    paragraphs: [t("link.text", { city }), t("link.hours", { hours })],
    action: { label: t("link.action"), url },
    reason: t("link.reason", { city }),
  });
}

type PageDecision = PageMail & {
  outcome: "accepted" | "partly" | "declined";
  /** In the words of staff. */
  reason: string | null;
};

export function pageDecidedMail({
  locale,
  contactName,
  cityName: city,
  outcome,
  reason,
  url,
}: PageDecision): Promise<MailContent> {
  const t = translator(locale, "cityPageMail");
  return renderLetter({
    locale,
    subject: t("decided.subject", { city }),
    heading: t("decided.subject", { city }),
    greeting: t("greeting", { name: contactName }),
    paragraphs: [
      t(`decided.${outcome}`, { city }),
      ...(reason ? [t("decided.reason"), reason] : []),
    ],
    action: { label: t("decided.action", { city }), url },
    reason: t("decided.why", { city }),
  });
}

/** `url`: of the page with the address for questions. */
type ContactEdited = PageMail & {
  change: "changed" | "removed";
};

/** Without what was changed: the letter goes to the old address, which may be another's by now. */
export function contactEditedMail({
  locale,
  contactName,
  cityName: city,
  change,
  url,
}: ContactEdited): Promise<MailContent> {
  const t = translator(locale, "contactEditedMail");
  return renderLetter({
    locale,
    subject: t(`${change}.subject`, { city }),
    heading: t(`${change}.subject`, { city }),
    greeting: t("greeting", { name: contactName }),
    paragraphs: [t(`${change}.text`, { city }), t("wrong")],
    action: { label: t("action"), url },
    reason: t("reason", { city }),
  });
}
