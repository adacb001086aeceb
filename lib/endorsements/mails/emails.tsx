import { formatCode } from "@/lib/endorsements/abuse/confirmation-code";
import { unconfirmedHours } from "@/lib/endorsements/retention/retention-periods";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";
import type { EndorsementKind } from "@/prisma/generated/enums";

/** What every mail to a resident needs. */
export type EndorsementMail = {
  locale: Locale;
  cityName: string;
  /** Address of the page of the endorsement with its secret link: only for the reader's eyes. */
  manageUrl: string;
};

/**
 * The mails of an ask itself: the page that was seen after sending takes the code of any of them.
 */
type CodeMail = EndorsementMail & { kind: EndorsementKind; code: string };

/**
 * Asks for the confirmation of the address. It greets nobody and repeats nothing that was typed: a
 * stranger may have typed it.
 */
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

/** Reminds once of an ask that is not confirmed yet. */
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

/** Tells whoever asked once more that their endorsement counts already. */
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
