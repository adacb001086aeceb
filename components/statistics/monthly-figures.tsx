import { FiguresTable } from "@/components/statistics/figures-table";
import { MonthChart } from "@/components/statistics/month-chart";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { monthOf } from "@/lib/statistics/months";

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
  /** Earlier months are left out, because nobody counted then. */
  since: Date | null;
  drawn: readonly [Column, Column];
  /** In the table alone, before those that are drawn. */
  counted?: Column;
  /** In the table alone, after those that are drawn. */
  further?: Column;
};

/** A picture, as soon as there is something to compare, and a table with the same numbers. */
export function MonthlyFigures({ locale, title, since, counted, further, ...figures }: Props) {
  const t = translator(locale, "statistics");
  const { number, dateTime } = formatter(locale);
  const first = figures.months.findIndex((month) => since !== null && month >= monthOf(since));
  const months = figures.months.slice(first);
  const [full, hollow] = figures.drawn;
  const drawn = [startingAt(full, first), startingAt(hollow, first)] as const;
  const columns = [
    ...(counted ? [startingAt(counted, first)] : []),
    ...drawn,
    ...(further ? [startingAt(further, first)] : []),
  ];
  const hasPicture = months.length > 1 && drawn.some(({ values }) => values.some(Boolean));
  return (
    <>
      {hasPicture ? (
        <MonthChart locale={locale} label={t("chart", { title })} months={months} series={drawn} />
      ) : null}
      <FiguresTable
        caption={title}
        columns={[t("month"), ...columns.map(({ name }) => name)]}
        rows={months.map((month, index) => ({
          key: month,
          name: (
            <time dateTime={month}>
              {dateTime(new Date(month), { year: "numeric", month: "short" })}
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

/** From the end where `first` is -1: the newest month alone. */
const startingAt = (column: Column, first: number): Column => ({
  ...column,
  values: column.values.slice(first),
});
