import { contactAddress } from "@/lib/mail/contact-address";
import { dataAddress, pageAddress } from "@/lib/open-data/addresses";
import type { Dataset, Row } from "@/lib/open-data/dataset";
import { licence, sourcesOf } from "@/lib/open-data/licence";
import { siteChangedAt } from "@/lib/site-version";

export type JsonDocument = Awaited<ReturnType<typeof headOf>> & { data: Row[] };

export const jsonDocument = async (dataset: Dataset): Promise<JsonDocument> => ({
  ...(await headOf(dataset)),
  data: await dataset.rows(),
});

/**
 * What stands around the rows. Of times only that of the last change: a time of day would give the
 * same rows another ETag with every request.
 */
export const headOf = async (dataset: Dataset) => ({
  dataset: dataset.name,
  generated_at: (await siteChangedAt()).toISOString(),
  licence,
  sources: sourcesOf(dataset),
  contact: contactAddress(),
  documentation: pageAddress("/open-data"),
  schema: dataAddress(`${dataset.name}.schema.json`),
});
