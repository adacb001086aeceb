import { DataFile } from "@/components/open-data/data-file";
import { IsoDate } from "@/components/ui/iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** One by one they would make the page longer each month. */
const monthsShown = 3;

type Snapshot = { month: string; dataset: string };

export function SnapshotList({ locale, snapshots }: { locale: Locale; snapshots: Snapshot[] }) {
  const t = translator(locale, "openData");
  const months = [...new Set(snapshots.map(({ month }) => month))];
  if (months.length === 0) return <p>{t("noSnapshots")}</p>;
  return (
    <>
      <dl>
        {months.slice(0, monthsShown).map((month) => (
          <div key={month} className="mt-2">
            <dt className="font-bold">
              <IsoDate date={month} locale={locale} />
            </dt>
            <dd className="flex flex-wrap gap-x-5">
              {snapshots
                .filter((snapshot) => snapshot.month === month)
                .map(({ dataset }) => (
                  <DataFile key={dataset} file={`snapshots/${month}/${dataset}.json`}>
                    {`${dataset}.json`}
                  </DataFile>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      {months.length > monthsShown ? (
        <p>
          {t.rich("allSnapshots", {
            link: (text) => <DataFile file="snapshots.json">{text}</DataFile>,
          })}
        </p>
      ) : null}
    </>
  );
}
