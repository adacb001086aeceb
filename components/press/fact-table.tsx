import { IsoDate } from "@/components/ui/iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const facts = [
  { date: "2018-11-14", text: "factLaunch" },
  { date: "2019", text: "factUnconnected" },
  { date: "2019", text: "factDeveloping" },
  { date: "2019-03-28", text: "factCampaign" },
  { date: "2019-03-28", text: "factPartners" },
  { date: "2019-03-28", text: "factSignatories" },
  { date: "2020-01-07", text: "factReview" },
] as const;

/** The coalition's history in figures, oldest first. */
export function FactTable({ locale }: { locale: Locale }) {
  const t = translator(locale, "press");
  return (
    <table className="w-full text-start">
      <thead>
        <tr className="border-b-2 border-ink text-start">
          <th className="w-36 py-2 pe-4 text-start sm:w-56">{t("date")}</th>
          <th className="py-2 text-start">{t("fact")}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ date, text }) => (
          <tr key={text} className="border-b border-line-soft align-top">
            <td className="py-3 pe-4">
              <IsoDate date={date} locale={locale} />
            </td>
            <td className="py-3">{t(text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
