import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** The names of those who chose to show them. */
export function PublicNames({ locale, names }: { locale: Locale; names: readonly string[] }) {
  const t = translator(locale, "endorsedCities");
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="names">
      <h2 id="names">{t("namesTitle")}</h2>
      <p className="mt-3">{t("namesLead")}</p>
      <ul className="mt-4 max-w-text columns-[14rem] gap-x-8">
        {names.map((name, index) => (
          // Two people may have one name.
          <li key={index} className="break-inside-avoid py-0.5">
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
