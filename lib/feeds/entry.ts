import { after, hourMs } from "@/lib/durations";

export type FeedEntry = {
  /** Unique within the feeds of a language, and never changed: readers know the entry by it. */
  key: string;
  path: `/${string}`;
  /** Plain text, as is `summary`. */
  title: string;
  summary: string;
  html?: string;
  published: Date;
  /** Where it was corrected since. */
  updated?: Date;
};

/** Of a day without a time: noon UTC is that same day nearly everywhere. */
export const noonOf = (day: Date): Date => after(day, 12 * hourMs);

/** Of a year, where no more is known: by its end it had been told. `date` is a day or a year. */
export const lastDayOf = (date: string): Date =>
  new Date(date.length === "2018".length ? `${date}-12-31` : date);
