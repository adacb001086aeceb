import type { FormTexts } from "@/components/applications/form-texts";
import { contactsKeptDaysAfterLeaving } from "@/lib/cities/contacts/retention-days";
import { consentVersion, retentionDays } from "@/lib/applications/receipt";

/** What is kept, why and until when: the text that the applicant consents to. */
export function Receipt({ texts: { t } }: { texts: FormTexts }) {
  return (
    <section aria-labelledby="receipt" className="max-w-2xl space-y-3 rounded-md bg-paper-deep p-5">
      <h2 id="receipt" className="text-xl sm:text-xl">
        {t("receipt.title")}
      </h2>
      <p>{t("receipt.what")}</p>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("receipt.unconfirmed", { days: retentionDays.unconfirmed })}</li>
        <li>{t("receipt.withdrawn")}</li>
        <li>{t("receipt.declined", { days: retentionDays.declined })}</li>
        <li>{t("receipt.approved", { years: retentionDays.approved / 365 })}</li>
        <li>{t("receipt.contact", { days: contactsKeptDaysAfterLeaving })}</li>
      </ul>
      <p>{t("receipt.public")}</p>
      <p className="text-ink-soft">{t("receipt.version", { version: consentVersion })}</p>
    </section>
  );
}
