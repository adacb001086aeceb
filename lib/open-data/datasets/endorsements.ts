import { z } from "zod";
import { isoDay } from "@/lib/durations";
import { listEndorsementCounts } from "@/lib/endorsements/city-progress/queries";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import {
  cityCells,
  cityFields,
  cityPage,
  pageField,
  regionField,
} from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";

const row = z.object({
  ...cityFields,
  region: regionField,
  kind: z.enum(["asks", "thanks"]).meta({
    description:
      "asks: residents ask the city to sign. thanks: residents thank a city that has signed.",
  }),
  residents: z
    .int()
    .min(minShown)
    .nullable()
    .meta({
      description: `How many residents do so now. Empty below ${minShown}, so that nobody can be told from a small number.`,
      examples: [120],
    }),
  since: z.iso
    .date()
    .nullable()
    .meta({
      description: "Day of the first request that counted.",
      examples: ["2026-11-20"],
    }),
  page: pageField,
});

export const endorsements = defineDataset({
  name: "endorsements",
  row,
  key: ["geonames_id", "kind"],
  formats: ["json", "csv"],
  snapshots: "all",
  rows: async () =>
    (await listEndorsementCounts()).map(({ kind, shown, since, ...city }) => ({
      ...cityCells(city),
      region: city.regionName,
      kind,
      residents: shown,
      since: since && isoDay(since),
      page: cityPage(city.slug),
    })),
});
