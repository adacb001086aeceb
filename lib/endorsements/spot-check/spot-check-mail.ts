import type { EndorsementMail } from "@/lib/endorsements/mails/emails";
import { lastMomentOf } from "@/lib/endorsements/spot-check/queries";
import { restDays } from "@/lib/endorsements/spot-check/spot-check-days";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "@/lib/mail/outbox";
import { renderLetter } from "@/lib/mail/render";

type SpotCheckMail = EndorsementMail & { closesAt: Date; answerUrl: string };

export function spotCheckMail({
  locale,
  cityName: city,
  manageUrl,
  answerUrl,
  closesAt,
}: SpotCheckMail): Promise<MailContent> {
  const t = translator(locale, "spotCheckMail");
  return renderLetter({
    locale,
    subject: t("subject", { city }),
    heading: t("heading", { city }),
    greeting: t("greeting"),
    paragraphs: [
      t("why", { city }),
      t("answer", { date: lastMomentOf(closesAt) }),
      t("silence", { days: restDays }),
    ],
    action: { label: t("action"), url: answerUrl },
    furtherLinks: [{ label: t("manage"), url: manageUrl }],
    reason: t("reason", { city }),
  });
}
