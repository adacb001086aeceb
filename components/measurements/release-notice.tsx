import { Notice } from "@/components/ui/notice";
import {
  measurementNames,
  verdictOf,
  type MeasurementName,
  type Result,
} from "@/lib/measurements/measurements";
import type { ReleaseResults } from "@/lib/measurements/release-results";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Which tests the results come from, and what they say in all; or why there are none. */
export function ReleaseNotice({ locale, release }: { locale: Locale; release: ReleaseResults }) {
  const t = translator(locale, "measured");
  if (release.of !== "thisBuild")
    return (
      <Notice variant="warning">
        <p>
          {release.of === "nothing"
            ? t("nothing")
            : t("anotherBuild", { date: release.measuredAt })}
        </p>
        <p>{t("soNotProven")}</p>
      </Notice>
    );
  const { measuredAt, commit, results } = release;
  return (
    <Notice>
      <p>{t("thisBuild", { date: measuredAt })}</p>
      <p>
        {commit
          ? t.rich("commit", {
              commit,
              code: (chunks) => (
                <code dir="ltr" className="wrap-anywhere">
                  {chunks}
                </code>
              ),
            })
          : t("commitUnknown")}
      </p>
      <p>{t("count", countVerdicts(results))}</p>
    </Notice>
  );
}

function countVerdicts(results: Partial<Record<MeasurementName, Result>>) {
  const count = { all: measurementNames.length, kept: 0, missed: 0, notMeasured: 0 };
  for (const name of measurementNames) count[verdictOf(name, results[name])] += 1;
  return count;
}
