import type { DatasetName } from "@/lib/open-data/dataset";
import { datasets } from "@/lib/open-data/datasets";
import { endingsOf, findDocument } from "@/lib/open-data/documents";
import { fieldSchemasOf, type Field } from "@/lib/open-data/json-schema";

export type DatasetOverview = {
  name: DatasetName;
  fields: Field[];
  rows: number;
  files: { name: string; ending: string; bytes: number }[];
};

/** What the page about the data says of each dataset. */
export const describeDatasets = (): Promise<DatasetOverview[]> =>
  Promise.all(
    datasets.map(async (dataset) => ({
      name: dataset.name,
      fields: fieldSchemasOf(dataset),
      rows: (await dataset.rows()).length,
      files: await Promise.all(
        endingsOf(dataset).map(async (ending) => {
          const name = `${dataset.name}.${ending}`;
          return { name, ending, bytes: Buffer.byteLength((await findDocument(name))?.body ?? "") };
        }),
      ),
    })),
  );
