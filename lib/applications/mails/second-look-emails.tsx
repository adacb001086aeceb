import { toApplicant, type ApplicationMail } from "@/lib/applications/mails/emails";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";

export function appealReceivedMail(mail: ApplicationMail): Promise<MailContent> {
  const t = translator(mail.locale, "secondLook.mail.received");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [t("received", { city }), t("next")],
  });
}

export function appealUpheldMail(mail: ApplicationMail & { answer: string }): Promise<MailContent> {
  const t = translator(mail.locale, "secondLook.mail.upheld");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [
      t("upheld", { city }),
      { introduction: t("introduction"), words: mail.answer },
      t("again"),
    ],
  });
}

export function appealOverturnedMail(
  mail: ApplicationMail & { answer: string },
): Promise<MailContent> {
  const t = translator(mail.locale, "secondLook.mail.overturned");
  const city = mail.cityName;
  return toApplicant(mail, {
    subject: t("subject", { city }),
    heading: t("heading"),
    paragraphs: [
      t("overturned", { city }),
      { introduction: t("introduction"), words: mail.answer },
      t("next"),
    ],
  });
}

export const secondLookSubjects = [
  "appeal",
  "proposal",
  "returned",
  "confirmed",
  "agreed",
  "disagreed",
] as const;

/** `reviewUrl` is the application in the panel. */
export type SecondLookNews = {
  what: (typeof secondLookSubjects)[number];
  cityName: string;
  reference: string;
  reviewUrl: string;
};

/** Without anybody's words: they stay in the panel. */
export function secondLookMail({
  locale,
  what,
  cityName: city,
  reference,
  reviewUrl,
}: SecondLookNews & { locale: Locale }): Promise<MailContent> {
  const t = translator(locale, "secondLook.mail.staff");
  return renderLetter({
    ...{ locale, reference },
    subject: t(`subjects.${what}`, { city }),
    heading: t(`subjects.${what}`, { city }),
    greeting: t("greeting"),
    paragraphs: [t(`texts.${what}`, { city })],
    action: { label: t("action"), url: reviewUrl },
    reason: t("reason"),
  });
}
