import { describe, expect, test } from "vitest";
import { arrangeOccasions } from "@/lib/calendar/occasions";
import type { CalendarEvent } from "@/lib/calendar/schema";

const milan: CalendarEvent = { title: "Milano Digital Week", place: "Milan", when: "2020-03" };
const launch: CalendarEvent = { title: "The campaign is launched", place: "New York", when: "2019-03-28" };
const webinar: CalendarEvent = { title: "Webinar", when: { lastOfEveryMonth: "thursday" } };

const named = (occasions: { event: CalendarEvent; date: string }[]) => occasions.map(({ event, date }) => `${date} ${event.title}`);

describe("as the clock moves on", () => {
  test("an event of March 2020 is to come until the month ends, and in the archive afterwards", () => {
    expect(arrangeOccasions([milan], "2020-01-07").upcoming).toHaveLength(1);
    expect(arrangeOccasions([milan], "2020-03-31").upcoming).toHaveLength(1);
    expect(arrangeOccasions([milan], "2020-04-01")).toEqual({ upcoming: [], passed: [{ event: milan, date: "2020-03" }] });
  });

  test("a webinar moves to the archive on the day after it, and the next takes its place", () => {
    const on = arrangeOccasions([webinar], "2020-02-27");
    const after = arrangeOccasions([webinar], "2020-02-28");
    expect(named(on.upcoming)).toEqual(["2020-02-27 Webinar", "2020-03-26 Webinar", "2020-04-30 Webinar"]);
    expect(named(after.upcoming)).toEqual(["2020-03-26 Webinar", "2020-04-30 Webinar", "2020-05-28 Webinar"]);
    expect(named(after.passed)[0]).toBe("2020-02-27 Webinar");
  });
});

test("what is to come stands soonest first, what has passed latest first", () => {
  const { upcoming, passed } = arrangeOccasions([webinar, launch, milan], "2020-04-20");
  expect(named(upcoming)).toEqual(["2020-04-30 Webinar", "2020-05-28 Webinar", "2020-06-25 Webinar"]);
  expect(named(passed)).toEqual(["2020-03-26 Webinar", "2020-03 Milano Digital Week", "2020-02-27 Webinar", "2020-01-30 Webinar", "2019-03-28 The campaign is launched"]);
});
