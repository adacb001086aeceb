import { z } from "zod";
import { defineDataset } from "@/lib/open-data/dataset";
import { getServiceStatistics } from "@/lib/statistics/service-statistics";

const countOrNull = z.int().min(0).nullable();
const daysOrNull = z.number().min(0).nullable();

const row = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({ description: "Month, in UTC.", examples: ["2026-11"] }),
  decisions: z
    .int()
    .min(0)
    .meta({
      description: "How many applications were approved or declined in the month.",
      examples: [3],
    }),
  median_days: daysOrNull.meta({
    description:
      "Working days within which half of them were decided. Empty where there were none.",
    examples: [6],
  }),
  ninetieth_percentile_days: daysOrNull.meta({
    description:
      "Working days within which nine in ten of them were decided. Empty where there were none.",
    examples: [9],
  }),
  residents_added: countOrNull.meta({
    description: "Requests of residents that began to count. Empty where they are too few to show.",
    examples: [120],
  }),
  residents_removed: countOrNull.meta({
    description:
      "Requests of residents that ceased to count. Empty where they are too few to show.",
    examples: [12],
  }),
  mails_delivered: countOrNull.meta({
    description: "Emails that the site delivered. Empty where they were not counted yet.",
    examples: [240],
  }),
  mails_given_up: countOrNull.meta({
    description: "Emails that the site could not deliver. Empty where they were not counted yet.",
    examples: [2],
  }),
});

export const statistics = defineDataset({
  name: "statistics",
  row,
  key: ["month"],
  formats: ["json", "csv"],
  snapshots: "all",
  rows: async () => {
    const { review, endorsements, mails } = await getServiceStatistics();
    return review.byMonth.map(({ month, decisions, median, ninetieth }, index) => ({
      month,
      decisions,
      median_days: median,
      ninetieth_percentile_days: ninetieth,
      residents_added: endorsements[index]?.added ?? null,
      residents_removed: endorsements[index]?.removed ?? null,
      mails_delivered: mails.byMonth[index]?.delivered ?? null,
      mails_given_up: mails.byMonth[index]?.givenUp ?? null,
    }));
  },
});
