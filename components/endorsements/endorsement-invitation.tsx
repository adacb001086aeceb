import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Invites residents to ask the city to sign, or to thank a signatory. */
export function EndorsementInvitation({
  locale,
  cityId,
  city,
  kind,
  thanks,
}: {
  locale: Locale;
  cityId: number;
  city: string;
  kind: "asks" | "thanks";
  /** How many have thanked a signatory, exactly. */
  thanks?: number;
}) {
  const t = translator(locale, "endorseInvitation");
  return (
    <section aria-labelledby="resident" className="print:hidden">
      <h2 id="resident">{t("title", { city })}</h2>
      <p className="mt-3 max-w-text">{t("text", { city, kind })}</p>
      {thanks === undefined ? null : (
        <p className="mt-2 max-w-text">{thanksText(locale, city, thanks)}</p>
      )}
      <ButtonLink
        href={`${href(locale, "/endorse/ask")}?city=${cityId}`}
        variant={kind === "thanks" ? "secondary" : "primary"}
        className="mt-5"
      >
        {t("link", { city, kind })}
      </ButtonLink>
    </section>
  );
}

function thanksText(locale: Locale, city: string, thanks: number): ReactNode {
  const number = (chunks: ReactNode) => <b>{chunks}</b>;
  return translator(locale, "cityPage").rich("thanks", { city, count: shownCount(thanks), number });
}
