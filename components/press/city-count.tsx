import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PressFigures } from "@/lib/press/facts";

type Props = { locale: Locale; figures: PressFigures; listAddress: string; siteUrl: string };

/** How many cities there are now, and the sentence that cites it. */
export function CityCount({ locale, figures, listAddress, siteUrl }: Props) {
  const t = translator(locale, "press");
  return (
    <div className="space-y-4">
      <p className="text-4xl font-bold">{t("citiesInCountries", figures)}</p>
      <p>{t.rich("numberText", { cities: (chunks) => <a href={listAddress}>{chunks}</a> })}</p>
      <p className="border-s-4 border-accent bg-paper-deep p-5">
        {t("citation", { ...figures, url: siteUrl + listAddress })}
      </p>
      <p className="text-ink-soft">{t("numberCaution")}</p>
    </div>
  );
}
