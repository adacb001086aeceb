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
  })
  .refine(
    ({ when, isConfirmed }) => typeof when === "string" || !isConfirmed,
    "a rule confirms no date",
  );

export type Weekday = (typeof weekdays)[number];
export type CalendarEvent = z.infer<typeof calendarEventSchema>;
