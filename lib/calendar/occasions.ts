import { lastDayOf, nextDate } from "@/lib/calendar/dates";
import type { CalendarEvent } from "@/lib/calendar/schema";

/** One event on one date: a day, or a month where no day is known. */
export type Occasion<Event extends CalendarEvent = CalendarEvent> = {
  event: Event;
  date: string;
  /**
   * What vouches for the date: a source, an announcement that nothing confirmed, or only the rule
   * of a series.
   */
  certainty: "confirmed" | "announced" | "rule";
};

/** What is to come, what took place, and what was only announced for a date that is over. */
export type Calendar<Event extends CalendarEvent> = Record<
  "upcoming" | "tookPlace" | "unknown",
  Occasion<Event>[]
>;

/**
 * Of a series only the next date is shown: nothing says that the passed ones took place.
 * What is to come stands soonest first, what has passed latest first.
 * @param today as `2026-11-23`
 */
export function arrangeOccasions<Event extends CalendarEvent>(
  events: Event[],
  today: string,
): Calendar<Event> {
  const occasions = events.map((event) => toOccasion(event, today));
  const isOver = ({ date }: Occasion) => lastDayOf(date) < today;
  const over = occasions.filter(isOver).sort((one, other) => other.date.localeCompare(one.date));
  return {
    upcoming: occasions
      .filter((each) => !isOver(each))
      .sort((one, other) => one.date.localeCompare(other.date)),
    tookPlace: over.filter(({ certainty }) => certainty === "confirmed"),
    unknown: over.filter(({ certainty }) => certainty !== "confirmed"),
  };
}

function toOccasion<Event extends CalendarEvent>(event: Event, today: string): Occasion<Event> {
  const { when, isConfirmed } = event;
  if (typeof when === "object")
    return { event, date: nextDate(when.lastOfEveryMonth, today), certainty: "rule" };
  return { event, date: when, certainty: isConfirmed ? "confirmed" : "announced" };
}
