import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function MissingCity({ locale }: { locale: Locale }) {
  const t = translator(locale, "cities");
  return (
    <section
      aria-labelledby="missing"
      className="mt-16 flex flex-wrap items-center justify-between gap-x-12 gap-y-5 rounded-md border-2 border-ink p-6 print:hidden"
    >
      <div className="max-w-2xl">
        <h2 id="missing">{t("missingTitle")}</h2>
        <p className="mt-2">{t("missingText")}</p>
      </div>
      <ButtonLink href={href(locale, "/endorse")}>{t("endorse")}</ButtonLink>
    </section>
  );
}
