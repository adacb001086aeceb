import type { ReactNode } from "react";
import { MailAddress } from "@/components/ui/mail-address";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** For a city that has not told us what it does: what its staff can send, and to whom. */
export function LittleKnown({
  locale,
  city,
  address,
}: {
  locale: Locale;
  city: string;
  /** The coalition's email address. */
  address: string;
}) {
  const t = translator(locale, "cityPage");
  const mail = () => <MailAddress>{address}</MailAddress>;
  const checklist = (chunks: ReactNode) => <a href={href(locale, "/joining")}>{chunks}</a>;
  return (
    <section
      aria-labelledby="untold"
      className="max-w-text rounded-md border-2 border-dashed border-line p-6 print:hidden"
    >
      <h2 id="untold">{t("untoldTitle", { city })}</h2>
      <p className="mt-3">{t("untoldText", { city })}</p>
      <p className="mt-3">{t.rich("untoldWay", { city, address, mail })}</p>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        <li>{t.rich("untoldActions", { checklist })}</li>
        <li>{t("untoldDecision", { city })}</li>
        <li>{t("untoldPage")}</li>
      </ul>
      <p className="mt-3">{t("untoldConfidential")}</p>
    </section>
  );
}
