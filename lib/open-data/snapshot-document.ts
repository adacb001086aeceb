import { datasetNamed } from "@/lib/open-data/datasets";
import type { Dataset } from "@/lib/open-data/dataset";
import type { JsonDocument } from "@/lib/open-data/json-document";
import { readSnapshot } from "@/lib/open-data/snapshot-queries";

/** Null where there is no such snapshot. */
export async function snapshotDocument(month: string, name: string): Promise<object | null> {
  const dataset = datasetNamed(name);
  const stored = dataset && (await readSnapshot(month, name));
  if (!stored) return null;
  const document = JSON.parse(stored) as JsonDocument;
  return dataset.snapshots === "all" ? document : withoutWithdrawn(dataset, document);
}

/** Of texts that people wrote, no snapshot brings back what is changed or taken back since. */
async function withoutWithdrawn(dataset: Dataset, document: JsonDocument): Promise<JsonDocument> {
  const published = new Set((await dataset.rows()).map((row) => JSON.stringify(row)));
  return { ...document, data: document.data.filter((row) => published.has(JSON.stringify(row))) };
}
