import type { EndorsementMail } from "@/lib/endorsements/mails/emails";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";
import type { BulletinKind } from "@/prisma/generated/enums";

/** `count` is the threshold crossed, for a milestone. */
type BulletinMail = EndorsementMail & { citySlug: string; kind: BulletinKind; count: number };

export function bulletinMail({
  locale,
  cityName: city,
  citySlug,
  manageUrl,
  kind,
  count,
}: BulletinMail): Promise<MailContent> {
  const t = translator(locale, "milestones");
  return renderLetter({
    locale,
    subject: t(`${kind}.subject`, { city, count }),
    heading: t(`${kind}.heading`, { city, count }),
    greeting: t("greeting"),
    paragraphs: [t(`${kind}.text`, { city, count }), t(`${kind}.next`, { city })],
    action: { label: t("action", { city }), url: siteUrl() + href(locale, `/cities/${citySlug}`) },
    furtherLinks: [{ label: t("manage"), url: manageUrl }],
    reason: t("reason", { city }),
  });
}
