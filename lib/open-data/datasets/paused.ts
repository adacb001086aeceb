import { z } from "zod";
import { listPausedMembers } from "@/lib/cities/queries";
import { isoDay } from "@/lib/durations";
import { cityCells, cityFields, cityPage, pageField } from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";

const row = z.object({
  ...cityFields,
  state: z.enum(["on_hold", "suspended"]).meta({
    description:
      "on_hold: the membership is paused. suspended: the coalition has suspended the membership.",
    examples: ["on_hold"],
  }),
  since: z.iso
    .date()
    .meta({ description: "Day since which it is so, in UTC.", examples: ["2026-11-20"] }),
  reason: z.string().nullable().meta({
    description: "Why the coalition has suspended the membership. Empty for a paused one.",
  }),
  page: pageField,
});

export const paused = defineDataset({
  name: "paused",
  row,
  key: ["geonames_id"],
  formats: ["json", "csv"],
  snapshots: "stillPublished",
  rows: async () =>
    (await listPausedMembers())
      .sort((one, other) => one.cityId - other.cityId)
      .map(({ state, since, reason, ...city }) => ({
        ...cityCells(city),
        state,
        since: isoDay(since),
        reason,
        page: cityPage(city.slug),
      })),
});
