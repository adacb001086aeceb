import { calendarEventSchema, type CalendarEvent } from "@/lib/calendar/schema";
import { listEntries, type Entry } from "@/lib/content/mdx";
import type { Locale } from "@/lib/i18n/locales";

export const listCalendarEvents = (locale: Locale): Promise<Entry<CalendarEvent>[]> =>
  listEntries(locale, "events", calendarEventSchema);
