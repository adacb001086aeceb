import { z } from "zod";
import { dataAddress } from "@/lib/open-data/addresses";
import { defineDataset } from "@/lib/open-data/dataset";
import { listSnapshots } from "@/lib/open-data/snapshot-queries";

const row = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({
      description: "Month at whose beginning the snapshot was taken.",
      examples: ["2026-11"],
    }),
  snapshot_of: z.string().meta({
    description: "Name of the dataset.",
    examples: ["signatories"],
  }),
  taken_at: z.iso.datetime().meta({ description: "When it was taken." }),
  url: z.url().meta({ description: "Where the snapshot is." }),
});

export const snapshots = defineDataset({
  name: "snapshots",
  row,
  key: ["month", "snapshot_of"],
  formats: ["json"],
  snapshots: "none",
  rows: async () =>
    (await listSnapshots()).map(({ month, dataset, takenAt }) => ({
      month,
      snapshot_of: dataset,
      taken_at: takenAt.toISOString(),
      url: dataAddress(`snapshots/${month}/${dataset}.json`),
    })),
});
