import { z } from "zod";
import { decisionOutcomes } from "@/lib/applications/decision-log/decision-entries";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { reopeningCauses } from "@/lib/applications/decision-log/reopening-causes";
import { isoDay } from "@/lib/durations";
import { cityCells, cityFields, cityPage } from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";
import { DeclineReason } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string().meta({
    description: "Identifier of the decision. It never changes.",
    examples: ["2026-11-20-2797656-approved"],
  }),
  ...cityFields,
  slug: cityFields.slug.nullable().meta({
    description: "The city in the addresses of this site. Empty while it has no page.",
    examples: ["ghent"],
  }),
  date: z.iso
    .date()
    .meta({ description: "Day of the decision, in UTC.", examples: ["2026-11-20"] }),
  outcome: z.enum(decisionOutcomes).meta({
    description: [
      "approved, declined: on an application.",
      "reopened: that is taken back, and the application is reviewed again.",
      "on_hold, suspended, resumed, left: of a membership.",
      "renamed: the city has another public name.",
      "merged: it is part of another city.",
      "duplicate: another entry is the same city.",
      "taken_back: such a step was recorded by mistake.",
      "corrected: an entry on the public list was.",
    ].join(" "),
  }),
  reason: z
    .enum(DeclineReason)
    .nullable()
    .meta({
      description: "Why an application was declined.",
      examples: ["no_mandate"],
    }),
  cause: z
    .enum(reopeningCauses)
    .nullable()
    .meta({
      description: "Why an application was reopened. Empty for those that do not say.",
      examples: ["decided_in_error"],
    }),
  corrected_facts: z
    .string()
    .nullable()
    .meta({
      description:
        "What of an entry was corrected, with spaces between: name, signed_on, announced_on, is_founder.",
      examples: ["signed_on"],
    }),
  days_taken: z
    .int()
    .min(0)
    .nullable()
    .meta({
      description: "Working days that the application was with the coalition’s staff.",
      examples: [7],
    }),
  corrects: z.string().nullable().meta({
    description:
      "Identifier of the earlier decision that this one replaces, takes back or corrects.",
  }),
  page: z.url().nullable().meta({ description: "Page of the city. Empty while it has none." }),
});

export const decisions = defineDataset({
  name: "decisions",
  row,
  key: ["id"],
  formats: ["json", "csv"],
  snapshots: "all",
  rows: async () =>
    (await listPublishedDecisions())
      .toReversed()
      .map(({ id, city, date, outcome, reason, cause, correctedFacts, daysTaken, correctsId }) => ({
        id,
        ...cityCells(city),
        date: isoDay(date),
        outcome,
        reason,
        cause,
        corrected_facts: correctedFacts.map(toSnakeCase).join(" ") || null,
        days_taken: daysTaken,
        corrects: correctsId,
        page: city.slug && cityPage(city.slug),
      })),
});

const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
