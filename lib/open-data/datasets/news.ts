import { z } from "zod";
import { defaultLocale } from "@/lib/i18n/locales";
import { pageAddress } from "@/lib/open-data/addresses";
import { pageField } from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";
import { listNews } from "@/lib/publications/queries";

const row = z.object({
  slug: z.string().meta({
    description: "Name of the item that never changes.",
    examples: ["2018-11-14-three-cities-launch-the-coalition"],
  }),
  title: z.string().meta({ description: "Title in English." }),
  date: z.iso.date().meta({ description: "Day of the news.", examples: ["2018-11-14"] }),
  place: z
    .string()
    .nullable()
    .meta({
      description: "Where it happened. Empty where no place is named.",
      examples: ["New York"],
    }),
  description: z.string().meta({ description: "What it is about, in one or two sentences." }),
  summary_written: z.iso
    .date()
    .nullable()
    .meta({
      description: "Day on which this site wrote its text about something older.",
      examples: ["2026-11-25"],
    }),
  is_press_release: z.boolean().meta({
    description: "Whether the text is the coalition’s own words of that day.",
  }),
  page: pageField,
});

export const news = defineDataset({
  name: "news",
  row,
  key: ["slug"],
  formats: ["json", "csv"],
  snapshots: "stillPublished",
  rows: async () =>
    (await listNews(defaultLocale))
      .sort((one, other) => one.slug.localeCompare(other.slug))
      .map(({ slug, title, date, place, description, summaryWritten, isPressRelease }) => ({
        slug,
        title,
        date,
        place: place ?? null,
        description,
        summary_written: summaryWritten ?? null,
        is_press_release: isPressRelease,
        page: pageAddress(`/news/${slug}`),
      })),
});
