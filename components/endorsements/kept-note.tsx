import type { ReactNode } from "react";
import {
  endorsementRetentionDays,
  unconfirmedHours,
} from "@/lib/endorsements/retention/retention-periods";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What we keep of a request, and for how long. Stands beside the form. */
export function KeptNote({ locale }: { locale: Locale }) {
  const t = translator(locale, "endorseForm");
  const privacy = (chunks: ReactNode) => (
    <a href={`${href(locale, "/privacy")}#endorse`}>{chunks}</a>
  );
  return (
    <section aria-labelledby="kept" className="border-t border-line-soft pt-6">
      <h2 id="kept">{t("keptTitle")}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5">
        <li>{t("keptUnconfirmed", { hours: unconfirmedHours })}</li>
        <li>
          {t.rich("kept", {
            years: endorsementRetentionDays.confirmed / 365,
            days: endorsementRetentionDays.signed,
            privacy,
          })}
        </li>
        <li>{t("oncePerCity")}</li>
      </ul>
    </section>
  );
}
