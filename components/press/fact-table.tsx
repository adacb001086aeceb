import { IsoDate } from "@/components/ui/iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { pressFacts } from "@/lib/press/facts";

/** The coalition's history in figures, oldest first, each with who said so. */
export function FactTable({ locale }: { locale: Locale }) {
  const t = translator(locale, "press");
  return (
    <div className="table-or-list">
      <table className="w-full text-start">
        <thead>
          <tr className="border-b-2 border-ink text-start">
            <th className="w-28 py-2 pe-4 text-start sm:w-56">{t("date")}</th>
            <th className="py-2 text-start">{t("fact")}</th>
          </tr>
        </thead>
        <tbody>
          {pressFacts.map(({ date, text, source }) => (
            <tr key={text} className="border-b border-line-soft align-top print:break-inside-avoid">
              <td className="py-3 pe-4">
                <IsoDate date={date} locale={locale} />
              </td>
              <td className="py-3">
                {t(text)}
                <span className="block text-ink-soft">{t("source", { source: t(source) })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
