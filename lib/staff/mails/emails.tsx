import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";
import type { StaffRole } from "@/prisma/generated/enums";

type SignIn = { locale: Locale; url: string; hours: number };

/** `url` holds a secret and works for `hours`. */
export function signInMail({ locale, url, hours }: SignIn): Promise<MailContent> {
  const t = translator(locale, "mail.signIn");
  return renderLetter({
    locale,
    subject: t("subject"),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("asked"), t("lifetime", { hours })],
    action: { label: t("action"), url },
    reason: t("reason"),
  });
}

type Invitation = { locale: Locale; role: StaffRole; url: string };

/** `url` is the page to sign in. */
export function invitationMail({ locale, role, url }: Invitation): Promise<MailContent> {
  const t = translator(locale, "staffMail.invitation");
  return renderLetter({
    locale,
    subject: t("subject"),
    heading: t("heading"),
    greeting: t("greeting"),
    paragraphs: [t("role", { role }), t("way")],
    action: { label: t("action"), url },
    reason: t("reason"),
  });
}
