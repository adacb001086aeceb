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
  mails_refused: countOrNull.meta({
    description:
      "Of those not delivered: emails that a mail server refused at once and for good. Empty where they were not counted yet.",
    examples: [1],
  }),
  minutes_counted: countOrNull.meta({
    description:
      "Minutes of the month in which the site noted whether it was ready: whole days, until yesterday. Empty where it did not yet.",
    examples: [43_200],
  }),
  minutes_ready: countOrNull.meta({
    description:
      "Those in which it was ready: it ran, and its database answered. Whether visitors could reach it is not known.",
    examples: [43_188],
  }),
});

export const statistics = defineDataset({
  name: "statistics",
  row,
  key: ["month"],
  formats: ["json", "csv"],
  snapshots: "all",
  rows: async () => {
    const { review, endorsements, mails, ready } = await getServiceStatistics();
    const readyIn = (month: string) => ready.byMonth.find((each) => each.month === month);
    return review.byMonth.map(({ month, decisions, median, ninetieth }, index) => ({
      month,
      decisions,
      median_days: median,
      ninetieth_percentile_days: ninetieth,
      residents_added: endorsements[index]?.added ?? null,
      residents_removed: endorsements[index]?.removed ?? null,
      mails_delivered: mails.byMonth[index]?.delivered ?? null,
      mails_given_up: mails.byMonth[index]?.givenUp ?? null,
      mails_refused: mails.byMonth[index]?.refused ?? null,
      minutes_counted: readyIn(month)?.counted ?? null,
      minutes_ready: readyIn(month)?.ready ?? null,
    }));
  },
});
