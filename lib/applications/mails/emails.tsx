import { retentionDays } from "@/lib/applications/receipt";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
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
    paragraphs: [t("handedIn", { city }), t("confirm")],
    action: { label: t("action"), url: mail.statusUrl },
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

export function reopenedMail(mail: ApplicationMail): Promise<MailContent> {
  const t = translator(mail.locale, "mail.reopened");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("reopened", { city }), t("nothingToDo")],
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

/** A new application, or one whose applicant answered a request for changes. */
export type ReviewNews = {
  cityName: string;
  countryCode: string;
  reference: string;
  reviewUrl: string;
  isAnswer: boolean;
};

/** `settingsUrl` is where a member of staff chooses how often such emails come. */
type ReviewerMail = { locale: Locale; settingsUrl: string };

export function applicationWaitsMail({
  locale,
  settingsUrl,
  cityName,
  countryCode,
  reference,
  reviewUrl,
  isAnswer,
}: ReviewerMail & ReviewNews): Promise<MailContent> {
  const t = translator(locale, "mail.reviewer");
  const place = { city: cityName, country: nameOfCountry(locale, countryCode) };
  return renderLetter({
    locale,
    reference,
    subject: isAnswer ? t("answeredSubject", place) : t("newSubject", place),
    heading: isAnswer ? t("answeredHeading", place) : t("newHeading", place),
    greeting: t("greeting"),
    paragraphs: [isAnswer ? t("answered", place) : t("newApplication", place)],
    action: { label: t("action"), url: reviewUrl },
    furtherLinks: [{ label: t("settings"), url: settingsUrl }],
    reason: t("reason"),
  });
}

/** Applications beyond this number are only counted; the panel lists them. */
const listedInDigest = 50;

export function digestMail({
  locale,
  settingsUrl,
  queueUrl,
  news,
}: ReviewerMail & { queueUrl: string; news: ReviewNews[] }): Promise<MailContent> {
  const t = translator(locale, "mail.reviewer");
  const rest = news.length - listedInDigest;
  const links = news
    .slice(0, listedInDigest)
    .map(({ cityName: city, countryCode, reference, reviewUrl, isAnswer }) => {
      const facts = { city, country: nameOfCountry(locale, countryCode), reference };
      return {
        label: isAnswer ? t("digestAnswered", facts) : t("digestNew", facts),
        url: reviewUrl,
      };
    });
  return renderLetter({
    locale,
    subject: t("digestSubject", { count: news.length }),
    heading: t("digestSubject", { count: news.length }),
    greeting: t("greeting"),
    paragraphs: [t("digest"), ...(rest > 0 ? [t("digestRest", { count: rest })] : [])],
    action: { label: t("digestAction"), url: queueUrl },
    furtherLinks: [...links, { label: t("settings"), url: settingsUrl }],
    reason: t("reason"),
  });
}
