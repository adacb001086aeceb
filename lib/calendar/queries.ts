import { calendarEventSchema, type CalendarEvent } from "@/lib/calendar/schema";
import { listEntries, type Entry } from "@/lib/content/mdx";
import type { Locale } from "@/lib/i18n/locales";

/** Of the repository alone: what the site shows comes from `lib/publications/queries.ts`. */
export const listEventFiles = (locale: Locale): Promise<Entry<CalendarEvent>[]> =>
  listEntries(locale, "events", calendarEventSchema);
