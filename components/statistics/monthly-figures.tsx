import { FiguresTable } from "@/components/statistics/figures-table";
import { MonthChart } from "@/components/statistics/month-chart";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";

type Column = {
  name: string;
  values: readonly (number | null)[];
  /** What stands in the table in place of null. */
  missing: string;
};

type Props = {
  locale: Locale;
  title: string;
  /** As 2026-11, oldest first. */
  months: readonly string[];
  drawn: readonly [Column, Column];
  /** In the table alone, before those that are drawn. */
  counted?: Column;
};

/** A picture and, with the same numbers, its table. */
export function MonthlyFigures({ locale, title, months, drawn, counted }: Props) {
  const t = translator(locale, "statistics");
  const { number, dateTime } = formatter(locale);
  const columns = [...(counted ? [counted] : []), ...drawn];
  return (
    <>
      <MonthChart locale={locale} label={t("chart", { title })} months={months} series={drawn} />
      <FiguresTable
        caption={title}
        columns={[t("month"), ...columns.map(({ name }) => name)]}
        rows={months.map((month, index) => ({
          key: month,
          name: (
            <time dateTime={month}>
              {dateTime(new Date(month), { year: "numeric", month: "long" })}
            </time>
          ),
          figures: columns.map(({ values, missing }) => {
            const value = values[index] ?? null;
            return value === null ? missing : number(value);
          }),
        }))}
      />
    </>
  );
}
