import { retentionDays } from "@/lib/applications/receipt";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";
import type { Letter } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";
import type { DeclineReason } from "@/prisma/generated/enums";

export type ApplicationMail = {
  locale: Locale;
  contactName: string;
  cityName: string;
  reference: string;
  /** Holds the secret link: only for the applicant. */
  statusUrl: string;
};

type LetterParts = Pick<Letter, "subject" | "heading" | "paragraphs"> &
  Partial<Pick<Letter, "greeting" | "action" | "furtherLinks" | "reason">>;

export function toApplicant(
  { locale, contactName, cityName, reference, statusUrl }: ApplicationMail,
  parts: LetterParts,
): Promise<MailContent> {
  const t = translator(locale, "mail.applicant");
  return renderLetter({
    locale,
    reference,
    greeting: t("greeting", { name: contactName }),
    action: { label: t("seeApplication"), url: statusUrl },
    reason: t("reason", { city: cityName }),
    ...parts,
  });
}

/** No name in the greeting: a stranger may have typed it to send their own words. */
export function confirmAddressMail(mail: ApplicationMail): Promise<MailContent> {
  const t = translator(mail.locale, "mail.confirmAddress");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("submitted", { city }), t("confirm")],
    action: { label: t("action"), url: mail.statusUrl },
    reason: t("reason", { days: retentionDays.unconfirmed }),
  });
}

/** No name and no city: a stranger may have typed them to send their own words. */
export function continueMail({
  locale,
  continueUrl,
}: {
  locale: Locale;
  continueUrl: string;
}): Promise<MailContent> {
  const t = translator(locale, "mail.continue");
  return renderLetter({
    locale,
    subject: t("subject"),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("saved", { days: savedFormDays }), t("again")],
    action: { label: t("action"), url: continueUrl },
    reason: t("reason", { days: savedFormDays }),
  });
}

/** No name of anybody: a stranger may have typed it to send their own words. */
export function secondContactMail({
  locale,
  cityName: city,
  answerUrl,
}: {
  locale: Locale;
  cityName: string;
  answerUrl: string;
}): Promise<MailContent> {
  const t = translator(locale, "mail.secondContact");
  return renderLetter({
    locale,
    subject: t("subject", { city }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("named", { city }), t("means")],
    action: { label: t("action"), url: answerUrl },
    reason: t("reason", { days: retentionDays.unconfirmed }),
  });
}

/** `waitInWorkingDays` is an estimate; null when there is none. */
export function receivedMail(
  mail: ApplicationMail & { waitInWorkingDays: number | null },
): Promise<MailContent> {
  const t = translator(mail.locale, "mail.received");
  const city = mail.cityName;
  const wait =
    mail.waitInWorkingDays === null
      ? t("waitUnknown")
      : t("wait", { days: mail.waitInWorkingDays });
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("thanks", { city }), wait, t("meanwhile")],
  });
}

export function changesRequestedMail(
  mail: ApplicationMail & { message: string },
): Promise<MailContent> {
  const t = translator(mail.locale, "mail.changesRequested");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [
      t("explanation", { city }),
      { introduction: t("introduction"), words: mail.message },
      t("answer"),
    ],
    action: { label: t("action"), url: mail.statusUrl },
  });
}

type ApprovedMail = ApplicationMail & {
  cityUrl: string;
  message: string | null;
  /** See formatPressText(). */
  pressText: readonly string[];
};

export function approvedMail(mail: ApprovedMail): Promise<MailContent> {
  const t = translator(mail.locale, "mail.approved");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [
      t("approved", { city }),
      ...(mail.message ? [{ introduction: t("introduction"), words: mail.message }] : []),
      { introduction: t("pressText"), words: mail.pressText.join("\n\n") },
      t("pressContact", { address: contactAddress() }),
    ],
    action: { label: t("action", { city }), url: mail.cityUrl },
    furtherLinks: [
      { label: t("badge"), url: `${mail.cityUrl}/press-kit` },
      { label: t("furtherLink"), url: mail.statusUrl },
    ],
  });
}

export function declinedMail(
  mail: ApplicationMail & { reason: DeclineReason; message: string },
): Promise<MailContent> {
  const t = translator(mail.locale, "mail.declined");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [
      t("declined", { city }),
      t(`reasons.${mail.reason}`),
      { introduction: t("introduction"), words: mail.message },
      t("again", { address: contactAddress() }),
    ],
  });
}

/** The review takes longer than `days` working days. */
export function delayedMail(mail: ApplicationMail & { days: number }): Promise<MailContent> {
  const t = translator(mail.locale, "delayedMail");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("delayed", { city, days: mail.days }), t("next")],
  });
}

export function reopenedMail(mail: ApplicationMail): Promise<MailContent> {
  const t = translator(mail.locale, "mail.reopened");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("reopened", { city }), t("nothingToDo")],
  });
}

export function applicationReminderMail(
  mail: ApplicationMail & { askedOn: Date },
): Promise<MailContent> {
  const t = translator(mail.locale, "mail.applicationReminder");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("asked", { city, day: mail.askedOn }), t("answer"), t("notYou")],
    action: { label: t("action"), url: mail.statusUrl },
  });
}

export function withdrawnMail(mail: ApplicationMail): Promise<MailContent> {
  const t = translator(mail.locale, "mail.withdrawn");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("withdrawn", { city }), t("again"), t("notYou", { address: contactAddress() })],
    action: { label: t("action"), url: mail.statusUrl },
    reason: t("reason", { city }),
  });
}
