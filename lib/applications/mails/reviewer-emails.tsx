import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";

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
