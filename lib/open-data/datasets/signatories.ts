import { z } from "zod";
import { listSignatories } from "@/lib/cities/queries";
import { isoDay } from "@/lib/durations";
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
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .meta({ description: "Degrees north, WGS 84.", examples: [52.37403] }),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .meta({ description: "Degrees east, WGS 84.", examples: [4.88969] }),
  signed_on: z.iso
    .date()
    .nullable()
    .meta({
      description: "Day on which the city signed. Empty where only its announcement is known.",
      examples: ["2018-11-14"],
    }),
  announced_on: z.iso
    .date()
    .nullable()
    .meta({
      description:
        "Day on which the city was announced as a signatory, where that is what we know.",
      examples: ["2019-03-28"],
    }),
  is_founder: z.boolean().meta({ description: "Whether the city founded the coalition." }),
  page: pageField,
});

const day = (date: Date | null) => date && isoDay(date);

export const signatories = defineDataset({
  name: "signatories",
  row,
  key: ["geonames_id"],
  formats: ["json", "csv", "geojson"],
  snapshots: "all",
  rows: async () =>
    (await listSignatories())
      .sort((one, other) => one.cityId - other.cityId)
      .map((city) => ({
        ...cityCells(city),
        region: city.regionName,
        latitude: city.latitude,
        longitude: city.longitude,
        signed_on: day(city.signedOn),
        announced_on: day(city.announcedOn),
        is_founder: city.isFounder,
        page: cityPage(city.slug),
      })),
});
