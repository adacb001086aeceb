import { lastDayOf, nextDate } from "@/lib/calendar/dates";
import type { CalendarEvent } from "@/lib/calendar/schema";

/** `date` is a day, or a month when the day is unknown. */
export type Occasion<Event extends CalendarEvent = CalendarEvent> = {
  event: Event;
  date: string;
  /** By a source, by an unconfirmed announcement, or only by the rule of a series. */
  certainty: "confirmed" | "announced" | "rule";
};

/** `unknown`: announced for a date that is over, but not confirmed. */
export type Calendar<Event extends CalendarEvent> = Record<
  "upcoming" | "tookPlace" | "unknown",
  Occasion<Event>[]
>;

/** A series gives only its next date: no source confirms past ones. `today` as 2026-11-23. */
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
