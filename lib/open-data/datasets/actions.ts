import { z } from "zod";
import { listActions } from "@/lib/actions/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { cityCells, cityFields, cityPage, pageField } from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string().meta({
    description: "Identifier of the action. It never changes.",
    examples: ["amsterdam-tada"],
  }),
  ...cityFields,
  area: z.enum(ChecklistArea).meta({
    description: "Area of the coalition’s checklist for cities.",
    examples: ["principle_2"],
  }),
  principle: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .meta({
      description: "Number of the principle. Empty for an area that belongs to none.",
      examples: [2],
    }),
  status: z.enum(ActionStatus).meta({
    description: "Whether it was in place or planned when it was reported.",
    examples: ["in_place"],
  }),
  title: z.string().nullable().meta({ description: "Title. Empty where the report gives none." }),
  text: z.string().meta({ description: "What the city does or plans, as plain text." }),
  language: z.string().meta({ description: "Language of the text, as BCP 47.", examples: ["en"] }),
  reported: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .meta({
      description: "Day of the report, or its year where no more is known.",
      examples: ["2018"],
    }),
  source: z.string().meta({ description: "Who reported it." }),
  source_url: z.url().nullable().meta({ description: "Where more stands about it." }),
  page: pageField,
});

export const actions = defineDataset({
  name: "actions",
  row,
  key: ["id"],
  formats: ["json", "csv"],
  snapshots: "stillPublished",
  rows: async () =>
    (await listActions(defaultLocale))
      .map(({ id, city, area, principle, status, title, text, textLocale, date, source }) => ({
        id,
        ...cityCells(city),
        area,
        principle,
        status,
        title,
        text,
        language: textLocale,
        reported: date,
        source: source.name,
        source_url: source.url,
        page: `${cityPage(city.slug)}#${id}`,
      }))
      .sort((one, other) => compareIds(one.id, other.id)),
});

const compareIds = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
