import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";
import { currentLocale } from "@/app/[locale]/locale";
import { DataFile } from "@/components/open-data/data-file";
import { DatasetSection } from "@/components/open-data/dataset-section";
import { SnapshotList } from "@/components/open-data/snapshot-list";
import { StructuredDatasets } from "@/components/open-data/structured-datasets";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { describeDatasets } from "@/lib/open-data/overview";
import { listSnapshots } from "@/lib/open-data/snapshot-queries";

export const generateMetadata = () => contentPageMetadata("open-data");

export default function OpenDataPage() {
  return <ContentPage slug="open-data" components={{ Datasets, Snapshots, DataFile }} />;
}

async function Datasets() {
  const locale = await currentLocale();
  const datasets = await describeDatasets();
  const name = translator(locale, "site")("name");
  return (
    <>
      {datasets.map((dataset) => (
        <DatasetSection key={dataset.name} locale={locale} dataset={dataset} />
      ))}
      <StructuredDatasets
        {...{ locale, datasets }}
        page={siteUrl() + href(locale, "/open-data")}
        publisher={{ name, url: siteUrl() + href(locale, "/") }}
      />
    </>
  );
}

async function Snapshots() {
  return <SnapshotList locale={await currentLocale()} snapshots={await listSnapshots()} />;
}
