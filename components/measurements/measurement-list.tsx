import {
  goalOf,
  verdictOf,
  type MeasurementName,
  type Result,
  type Verdict,
} from "@/lib/measurements/measurements";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  names: readonly MeasurementName[];
  results: Partial<Record<MeasurementName, Result>>;
  /** Numbers that the statements name beside their goals. */
  values: Readonly<Record<string, number>>;
};

const colours: Readonly<Record<Verdict, string>> = {
  kept: "text-success",
  missed: "text-danger",
  notMeasured: "text-ink-soft",
};

/**
 * What the site says of itself, each with what a test found. Without a result nothing is proven.
 */
export function MeasurementList({ locale, names, results, values }: Props) {
  const t = translator(locale, "measured");
  return (
    <dl className="divide-y divide-line-soft border-y border-line-soft">
      {names.map((name) => {
        const result = results[name];
        const verdict = verdictOf(name, result);
        const goal = goalOf(name);
        return (
          <div
            key={name}
            className="gap-x-10 py-3.5 sm:grid sm:grid-cols-2 print:break-inside-avoid"
          >
            <dt>{t(`says.${name}`, { goal, ...values })}</dt>
            <dd className="mt-1 sm:mt-0">
              <strong className={colours[verdict]}>{t("verdict", { verdict })}</strong>
              {result && verdict !== "notMeasured" ? (
                <span className="block">
                  {t(`found.${name}`, { goal, value: result.value, sample: result.sample })}
                </span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
