import type { DataCatalog } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { dataAddress } from "@/lib/open-data/addresses";
import { formats } from "@/lib/open-data/formats";
import { licence } from "@/lib/open-data/licence";
import type { DatasetOverview } from "@/lib/open-data/overview";

type Props = {
  locale: Locale;
  datasets: Pick<DatasetOverview, "name" | "files">[];
  /** Of the page about the data. */
  page: string;
  publisher: { name: string; url: string };
};

const mediaTypes = new Map(
  Object.entries(formats).map(([ending, { mediaType }]) => [ending, mediaType]),
);

/** For search engines that list datasets. */
export function StructuredDatasets({ locale, datasets, page, publisher }: Props) {
  const t = translator(locale, "openData");
  const shared = {
    license: licence.url,
    creator: { "@type": "Organization", ...publisher },
    isAccessibleForFree: true,
    inLanguage: defaultLocale,
  } as const;
  const data: DataCatalog = {
    "@type": "DataCatalog",
    name: t("catalogTitle"),
    description: t("catalogDescription"),
    url: page,
    ...shared,
    dataset: datasets.map(({ name, files }) => ({
      "@type": "Dataset",
      name: t(`datasets.${name}.title`),
      description: t(`datasets.${name}.description`),
      url: `${page}#${name}`,
      ...shared,
      distribution: files.flatMap(({ name: file, ending }) => {
        const encodingFormat = mediaTypes.get(ending);
        return encodingFormat
          ? [{ "@type": "DataDownload", encodingFormat, contentUrl: dataAddress(file) } as const]
          : [];
      }),
    })),
  };
  return <StructuredData data={{ "@context": "https://schema.org", ...data }} />;
}
