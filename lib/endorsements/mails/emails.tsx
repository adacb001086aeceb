import { formatCode } from "@/lib/endorsements/abuse/confirmation-code";
import { unconfirmedHours } from "@/lib/endorsements/retention/retention-periods";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";
import type { EndorsementKind } from "@/prisma/generated/enums";

export type EndorsementMail = {
  locale: Locale;
  cityName: string;
  /** Contains the secret link: only for the recipient. */
  manageUrl: string;
};

/** The page shown after sending accepts the code of any of these mails. */
type CodeMail = EndorsementMail & { kind: EndorsementKind; code: string };

/** No name and no other input in it: a stranger may have typed them. */
export function confirmEndorsementMail({
  locale,
  cityName: city,
  manageUrl,
  kind,
  code,
}: CodeMail): Promise<MailContent> {
  const t = translator(locale, "endorseMail.confirm");
  return renderLetter({
    locale,
    subject: t("subject", { city, kind }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [
      t("asked", { city, kind }),
      t("confirm", { hours: unconfirmedHours }),
      { introduction: t("code"), words: formatCode(code) },
    ],
    action: { label: t("action"), url: manageUrl },
    reason: t("reason", { hours: unconfirmedHours }),
  });
}

export function reminderMail({
  locale,
  cityName: city,
  manageUrl,
  kind,
  code,
}: CodeMail): Promise<MailContent> {
  const t = translator(locale, "endorseMail.reminder");
  return renderLetter({
    locale,
    subject: t("subject", { city, kind }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [
      t("asked", { city, kind }),
      t("last"),
      { introduction: t("code"), words: formatCode(code) },
    ],
    action: { label: t("action"), url: manageUrl },
    reason: t("reason", { hours: unconfirmedHours }),
  });
}

export function alreadyCountsMail({
  locale,
  cityName: city,
  manageUrl,
  kind,
  code,
}: CodeMail): Promise<MailContent> {
  const t = translator(locale, "endorseMail.alreadyCounts");
  return renderLetter({
    locale,
    subject: t("subject", { city, kind }),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [
      t("counts", { city, kind }),
      t("nothingToDo"),
      { introduction: t("code"), words: formatCode(code) },
    ],
    action: { label: t("action"), url: manageUrl },
    reason: t("reason"),
  });
}
