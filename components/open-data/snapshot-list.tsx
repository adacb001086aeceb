import { DataFile } from "@/components/open-data/data-file";
import { IsoDate } from "@/components/ui/iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Snapshot = { month: string; dataset: string };

export function SnapshotList({ locale, snapshots }: { locale: Locale; snapshots: Snapshot[] }) {
  const t = translator(locale, "openData");
  const months = [...new Set(snapshots.map(({ month }) => month))];
  if (months.length === 0) return <p>{t("noSnapshots")}</p>;
  return (
    <dl>
      {months.map((month) => (
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
  );
}
