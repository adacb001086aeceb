import { z } from "zod";

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

/** Happens again and again by a rule: on the last such weekday of every month. */
const series = z.object({ lastOfEveryMonth: z.enum(weekdays) });

/** A time means nothing without its zone. */
const start = z.object({
  /** With the offset that holds there then: `2026-12-10T14:00+01:00`. */
  at: z.iso.datetime({ offset: true, precision: -1 }),
  /** Where it takes place, or of whoever invites: `Europe/Amsterdam`. */
  timeZone: z.string().refine(isTimeZone, "must be a time zone, e.g. Europe/Amsterdam"),
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** Front matter of an event, `content/<locale>/events/<slug>.mdx`. */
export const calendarEventSchema = z
  .object({
    title: z.string(),
    place: z.string().optional(),
    /** A day, a month where no day is known, or the rule of a series. */
    when: z.union([z.iso.date(), month, series]),
    /**
     * Whether a source says that it takes place on this date, or took place. A rule alone confirms
     * no date.
     */
    isConfirmed: z.boolean().default(false),
    /** Where the time of the day is known. */
    start: start.optional(),
  })
  .refine(
    ({ when, isConfirmed }) => typeof when === "string" || !isConfirmed,
    "a rule confirms no date",
  )
  .refine(({ when, start }) => !start || start.at.slice(0, 10) === when, "it starts on its day");

export type Weekday = (typeof weekdays)[number];
export type CalendarEvent = z.infer<typeof calendarEventSchema>;
