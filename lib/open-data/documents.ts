import { catalogJsonLd, catalogTurtle } from "@/lib/open-data/catalog-formats";
import { catalogNodes } from "@/lib/open-data/catalog";
import { csvOf } from "@/lib/open-data/csv";
import { csvMetadataOf } from "@/lib/open-data/csvw";
import type { Dataset } from "@/lib/open-data/dataset";
import { datasetNamed } from "@/lib/open-data/datasets";
import { geoJsonOf } from "@/lib/open-data/geojson";
import { jsonDocument } from "@/lib/open-data/json-document";
import { jsonSchemaOf } from "@/lib/open-data/json-schema";
import { openApiDocument } from "@/lib/open-data/openapi";
import { snapshotDocument } from "@/lib/open-data/snapshot-document";

export type DataDocument = { contentType: string; body: string };

const json = (document: object, contentType = "application/json"): DataDocument => ({
  contentType,
  body: `${JSON.stringify(document, null, 1)}\n`,
});

const catalogFiles: Readonly<Record<string, () => Promise<DataDocument>>> = {
  "catalog.jsonld": async () => json(catalogJsonLd(await catalogNodes()), "application/ld+json"),
  "catalog.ttl": async () => ({
    contentType: "text/turtle; charset=utf-8",
    body: catalogTurtle(await catalogNodes()),
  }),
};

const siteFiles: typeof catalogFiles = {
  ...catalogFiles,
  "openapi.json": () =>
    Promise.resolve(json(openApiDocument(), "application/vnd.oai.openapi+json;version=3.1")),
};

const datasetFiles: Readonly<Record<string, (dataset: Dataset) => Promise<DataDocument>>> = {
  json: async (dataset) => json(await jsonDocument(dataset)),
  csv: async (dataset) => ({
    contentType: "text/csv; charset=utf-8; header=present",
    body: await csvOf(dataset),
  }),
  geojson: async (dataset) => json(await geoJsonOf(dataset), "application/geo+json"),
  "schema.json": (dataset) =>
    Promise.resolve(json(jsonSchemaOf(dataset), "application/schema+json")),
  "csv-metadata.json": (dataset) =>
    Promise.resolve(json(csvMetadataOf(dataset), "application/csvm+json")),
};

/** @param path behind `/data/v1/`. Null where there is no such file. */
export async function findDocument(path: string): Promise<DataDocument | null> {
  const [, month, ofMonth] = /^snapshots\/(\d{4}-\d{2})\/([a-z]+)\.json$/.exec(path) ?? [];
  if (month && ofMonth) {
    const snapshot = await snapshotDocument(month, ofMonth);
    return snapshot && json(snapshot);
  }
  const siteFile = Object.hasOwn(siteFiles, path) && siteFiles[path];
  if (siteFile) return siteFile();
  const [, name = "", ending = ""] = /^([a-z]+)\.([a-z.-]+)$/.exec(path) ?? [];
  const dataset = datasetNamed(name);
  if (!dataset || !endingsOf(dataset).includes(ending)) return null;
  return datasetFiles[ending]?.(dataset) ?? null;
}

export const endingsOf = ({ formats }: Dataset): string[] => [
  ...formats,
  "schema.json",
  ...(formats.includes("csv") ? ["csv-metadata.json"] : []),
];

/** Every file but the snapshots, by its path. */
export const documentPaths = (datasets: readonly Dataset[]): string[] => [
  ...datasets.flatMap((dataset) => endingsOf(dataset).map((ending) => `${dataset.name}.${ending}`)),
  ...Object.keys(siteFiles),
];
