import { z } from "zod";
import type { CalendarEvent, Weekday } from "@/lib/calendar/schema";
import { defaultLocale } from "@/lib/i18n/locales";
import { pageAddress } from "@/lib/open-data/addresses";
import { pageField } from "@/lib/open-data/city-fields";
import { defineDataset } from "@/lib/open-data/dataset";
import { listCalendarEvents } from "@/lib/publications/queries";

const row = z.object({
  slug: z
    .string()
    .meta({ description: "Name of the event that never changes.", examples: ["launch"] }),
  title: z
    .string()
    .meta({ description: "Title in English.", examples: ["Launch of the coalition"] }),
  place: z
    .string()
    .nullable()
    .meta({
      description: "Where it takes place. Empty where that is not known.",
      examples: ["New York"],
    }),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullable()
    .meta({
      description: "Day, or month where the day is not known. Empty for a series.",
      examples: ["2018-11-14"],
    }),
  recurrence: z
    .string()
    .nullable()
    .meta({
      description:
        "Rule of a series, as in iCalendar (RFC 5545). No single date of it is confirmed.",
      examples: ["FREQ=MONTHLY;BYDAY=-1TH"],
    }),
  starts_at: z.iso
    .datetime({ offset: true })
    .nullable()
    .meta({
      description: "When it begins, where the time is known.",
      examples: ["2026-12-10T14:00:00+01:00"],
    }),
  time_zone: z
    .string()
    .nullable()
    .meta({
      description: "Time zone of the place, where the time is known.",
      examples: ["Europe/Amsterdam"],
    }),
  certainty: z.enum(["confirmed", "announced", "rule"]).meta({
    description:
      "confirmed: a source says that it takes or took place on this date. announced: a source named it as coming. rule: only the rule of the series is known.",
  }),
  page: pageField,
});

export const events = defineDataset({
  name: "events",
  row,
  key: ["slug"],
  formats: ["json", "csv"],
  snapshots: "stillPublished",
  rows: async () =>
    (await listCalendarEvents(defaultLocale)).map(({ slug, title, place, start, ...event }) => ({
      slug,
      title,
      place: place ?? null,
      ...datesOf(event),
      starts_at: start ? withSeconds(start.at) : null,
      time_zone: start?.timeZone ?? null,
      page: pageAddress("/events"),
    })),
});

function datesOf({ when, isConfirmed }: Pick<CalendarEvent, "when" | "isConfirmed">) {
  return typeof when === "object"
    ? { date: null, recurrence: monthlyRule(when.lastOfEveryMonth), certainty: "rule" as const }
    : {
        date: when,
        recurrence: null,
        certainty: isConfirmed ? ("confirmed" as const) : ("announced" as const),
      };
}

const monthlyRule = (weekday: Weekday): string =>
  `FREQ=MONTHLY;BYDAY=-1${weekday.slice(0, 2).toUpperCase()}`;

/** `2026-12-10T14:00+01:00` lacks the seconds that RFC 3339 wants. */
const withSeconds = (time: string): string => time.replace(/(T\d\d:\d\d)(?=[+-Z])/, "$1:00");
