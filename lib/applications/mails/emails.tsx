import { retentionDays } from "@/lib/applications/receipt";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
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

type MentionMail = { locale: Locale; reference: string; noteUrl: string };

/** Without the note, which may speak of the applicant: it is read in the panel. */
export function mentionMail({ locale, reference, noteUrl }: MentionMail): Promise<MailContent> {
  const t = translator(locale, "mentionMail");
  return renderLetter({
    locale,
    reference,
    subject: t("subject", { reference }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("named")],
    action: { label: t("action"), url: noteUrl },
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

export type MorningList = Omit<ReviewNews, "isAnswer">[];

type Morning = ReviewerMail & {
  overviewUrl: string;
  news: ReviewNews[];
  mine: MorningList;
  /** How many nobody has taken. */
  unassigned: number;
  overdue: MorningList;
  /** Overdue on the next working day. */
  nearlyOverdue: MorningList;
};

/** What is urgent stands first; of what is listed, each application once. */
export function morningMail({ locale, settingsUrl, overviewUrl, ...lists }: Morning) {
  const t = translator(locale, "mail.morning");
  const { news, mine, unassigned, overdue, nearlyOverdue } = lists;
  const listed = [
    ...overdue.map((each) => ({ ...each, state: "overdue" as const })),
    ...nearlyOverdue.map((each) => ({ ...each, state: "nearlyOverdue" as const })),
    ...news.map((each) => ({ ...each, state: each.isAnswer ? "answered" : "new" }) as const),
    ...mine.map((each) => ({ ...each, state: "mine" as const })),
  ].filter(
    ({ reviewUrl }, index, all) => all.findIndex((each) => each.reviewUrl === reviewUrl) === index,
  );
  const rest = listed.length - listedInDigest;
  const links = listed
    .slice(0, listedInDigest)
    .map(({ cityName: city, countryCode, reference, reviewUrl, state }) => ({
      label: t(`links.${state}`, { city, country: nameOfCountry(locale, countryCode), reference }),
      url: reviewUrl,
    }));
  const counts = { mine, overdue, nearlyOverdue, new: news };
  return renderLetter({
    locale,
    subject: t("subject", { overdue: overdue.length, soon: nearlyOverdue.length }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [
      ...(["overdue", "nearlyOverdue", "mine", "new"] as const)
        .filter((name) => counts[name].length > 0)
        .map((name) => t(name, { count: counts[name].length })),
      ...(unassigned > 0 ? [t("unassigned", { count: unassigned })] : []),
      ...(rest > 0 ? [t("rest", { count: rest })] : []),
    ],
    action: { label: t("action"), url: overviewUrl },
    furtherLinks: [...links, { label: t("settings"), url: settingsUrl }],
    reason: t("reason"),
  });
}
