import { formatCode } from "@/lib/endorsements/abuse/confirmation-code";
import { unconfirmedHours } from "@/lib/endorsements/retention/retention-periods";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import type { Letter } from "@/lib/mail/letter";
import { renderFilled } from "@/lib/mail/letter-template";
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
export const confirmEndorsementMail = (mail: CodeMail) => renderCodeMail("confirm", mail);

export const reminderMail = (mail: CodeMail) => renderCodeMail("reminder", mail);

export const alreadyCountsMail = (mail: CodeMail) => renderCodeMail("alreadyCounts", mail);

const paragraphs = {
  confirm: ["confirm.asked", "confirm.confirm"],
  reminder: ["reminder.asked", "reminder.last"],
  alreadyCounts: ["alreadyCounts.counts", "alreadyCounts.nothingToDo"],
} as const;

function renderCodeMail(
  occasion: keyof typeof paragraphs,
  { locale, cityName, manageUrl, kind, code }: CodeMail,
): Promise<MailContent> {
  const isInSlot = fitsSlot(locale, cityName);
  return renderFilled(
    [occasion, locale, kind, isInSlot ? "" : cityName],
    (slot) =>
      codeLetter(occasion, {
        ...{ locale, kind, code: slot("code"), manageUrl: slot("url") },
        cityName: isInSlot ? slot("city") : cityName,
      }),
    { code: formatCode(code), url: manageUrl, city: cityName },
  );
}

/** @param mail.code as it is shown */
function codeLetter(
  occasion: keyof typeof paragraphs,
  { locale, cityName: city, manageUrl, kind, code }: CodeMail,
): Letter {
  const t = translator(locale, "endorseMail");
  const hours = unconfirmedHours;
  return {
    locale,
    subject: t(`${occasion}.subject`, { city, kind }),
    heading: t(`${occasion}.heading`),
    greeting: t(`${occasion}.greeting`),
    paragraphs: [
      ...paragraphs[occasion].map((key) => t(key, { city, kind, hours })),
      { introduction: t(`${occasion}.code`), words: code },
    ],
    action: { label: t(`${occasion}.action`), url: manageUrl },
    reason: t(`${occasion}.reason`, { hours }),
  };
}
