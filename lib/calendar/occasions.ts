import { lastDayOf, nextDates, passedDates } from "@/lib/calendar/dates";
import type { CalendarEvent } from "@/lib/calendar/schema";

/** One event on one date: a day, or a month where no day is known. A series has many. */
export type Occasion<Event extends CalendarEvent = CalendarEvent> = { event: Event; date: string };

/** How many dates of a series are shown, ahead and in the archive. */
const datesOfSeries = 3;

/**
 * What is to come, soonest first, and what has passed, latest first. A one-off moves from the first to the second once its last day is over.
 * @param today as `2026-11-23`
 */
export function arrangeOccasions<Event extends CalendarEvent>(events: Event[], today: string) {
  const upcoming: Occasion<Event>[] = [];
  const passed: Occasion<Event>[] = [];
  for (const event of events) {
    if (typeof event.when === "object") {
      const weekday = event.when.lastOfEveryMonth;
      upcoming.push(...nextDates(weekday, today, datesOfSeries).map((date) => ({ event, date })));
      passed.push(...passedDates(weekday, today, datesOfSeries).map((date) => ({ event, date })));
    } else {
      const side = lastDayOf(event.when) >= today ? upcoming : passed;
      side.push({ event, date: event.when });
    }
  }
  upcoming.sort((one, other) => one.date.localeCompare(other.date));
  passed.sort((one, other) => other.date.localeCompare(one.date));
  return { upcoming, passed };
}
