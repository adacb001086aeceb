import { z } from "zod";
import { correctionsSchema } from "@/lib/content/schema";

/** In the order of `Date.getUTCDay()`. */
export const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, e.g. 2020-03");

const series = z.object({ lastOfEveryMonth: z.enum(weekdays) });

const start = z.object({
  /** With the offset of that day: `2026-12-10T14:00+01:00`. */
  at: z.iso.datetime({ offset: true, precision: -1 }),
  /** Of the venue or the host: `Europe/Amsterdam`. */
  timeZone: z.string().refine(isTimeZone, "must be a time zone, e.g. Europe/Amsterdam"),
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** `content/<locale>/events/<slug>.mdx`, and what editors write in the panel */
export const calendarEventSchema = z
  .object({
    title: z.string(),
    place: z.string().optional(),
    /** A day, a month when the day is unknown, or the rule of a series. */
    when: z.union([z.iso.date(), month, series]),
    /** Whether a source says that it takes or took place on this date. */
    isConfirmed: z.boolean().default(false),
    start: start.optional(),
    /** The day of the last change to this file, by which calendar programs see that it is newer. */
    lastChanged: z.iso.date(),
    corrections: correctionsSchema,
  })
  .refine(
    ({ when, isConfirmed }) => typeof when === "string" || !isConfirmed,
    "a rule confirms no date",
  )
  .refine(({ when, start }) => !start || start.at.slice(0, 10) === when, "it starts on its day");

export type Weekday = (typeof weekdays)[number];
export type CalendarEvent = z.infer<typeof calendarEventSchema>;
