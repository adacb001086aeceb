import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/**
 * The resident's door on the page of a city: to ask it to sign, or to thank a signatory and ask it
 * to keep its word.
 */
export function AskInvitation({
  locale,
  cityId,
  city,
  kind,
}: {
  locale: Locale;
  cityId: number;
  city: string;
  kind: "asks" | "thanks";
}) {
  const t = translator(locale, "endorseInvitation");
  return (
    <section aria-labelledby="resident" className="print:hidden">
      <h2 id="resident">{t("title", { city })}</h2>
      <p className="mt-3 mb-5 max-w-text">{t("text", { city, kind })}</p>
      <ButtonLink
        href={`${href(locale, "/endorse/ask")}?city=${cityId}`}
        variant={kind === "thanks" ? "secondary" : "primary"}
      >
        {t("link", { city, kind })}
      </ButtonLink>
    </section>
  );
}
