import { z } from "zod";
import type { Messages } from "use-intl/core";
import { documentSchemaOf } from "@/lib/open-data/document-schema";

export type DatasetName = keyof Messages["openData"]["datasets"];

export type Format = "json" | "csv" | "geojson";

export type Cell = string | number | boolean | null;

export type Row = Record<string, Cell>;

/**
 * What a month's snapshot keeps: `all`, or of texts that people wrote `stillPublished` alone, so
 * that a text which is taken back goes from the snapshots too.
 */
type Snapshots = "all" | "stillPublished" | "none";

export type Dataset = {
  name: DatasetName;
  row: z.ZodObject;
  /** The whole JSON document. */
  document: z.ZodObject;
  /** The fields that tell a row from all others. */
  key: readonly string[];
  formats: readonly Format[];
  snapshots: Snapshots;
  rows: () => Promise<Row[]>;
};

type Declaration<Shape extends z.ZodRawShape> = {
  name: DatasetName;
  row: z.ZodObject<Shape>;
  key: readonly (keyof Shape & string)[];
  formats: readonly Format[];
  snapshots: Snapshots;
  /** Published data alone, in an order that stays. */
  rows: () => Promise<(z.infer<z.ZodObject<Shape>> & Row)[]>;
};

/** From this, everything that is served of a dataset follows: files, schemas, the page about it. */
export const defineDataset = <Shape extends z.ZodRawShape>(
  dataset: Declaration<Shape>,
): Dataset => ({
  ...dataset,
  document: documentSchemaOf(dataset.name, dataset.row),
  // Nothing leaves but the fields that are declared.
  rows: async () => z.array(dataset.row).parse(await dataset.rows()) as Row[],
});

export const fieldsOf = ({ row }: Pick<Dataset, "row">): string[] => Object.keys(row.shape);

/** Such datasets owe GeoNames its attribution. */
export const namesPlaces = ({ row }: Pick<Dataset, "row">): boolean => "geonames_id" in row.shape;
