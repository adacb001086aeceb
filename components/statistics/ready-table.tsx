import { FiguresTable } from "@/components/statistics/figures-table";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { shareOf, type ReadyMonth } from "@/lib/statistics/ready-time";

type Props = { locale: Locale; months: readonly ReadyMonth[] };

/** How much of each month the site was ready. */
export function ReadyTable({ locale, months }: Props) {
  const t = translator(locale, "statistics");
  const { number, dateTime } = formatter(locale);
  return (
    <FiguresTable
      caption={t("readyTitle")}
      columns={[t("month"), t("readyShare"), t("notReady")]}
      rows={months.map(({ month, ready, counted }) => ({
        key: month,
        name: (
          <time dateTime={month}>
            {dateTime(new Date(month), { year: "numeric", month: "short" })}
          </time>
        ),
        figures: [
          number(shareOf(ready, counted), { style: "percent", maximumFractionDigits: 2 }),
          number(counted - ready),
        ],
      }))}
    />
  );
}
