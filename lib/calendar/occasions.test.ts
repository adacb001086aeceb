import { expect, test } from "vitest";
import { arrangeOccasions, type Occasion } from "@/lib/calendar/occasions";
import { listEventFiles } from "@/lib/calendar/queries";
import { calendarEventSchema, type CalendarEvent } from "@/lib/calendar/schema";
import { defaultLocale } from "@/lib/i18n/locales";

const lastChanged = "2026-11-25";
const milan: CalendarEvent = {
  title: "Milano Digital Week",
  when: "2020-03",
  isConfirmed: false,
  lastChanged,
  corrections: [],
};
const campaign: CalendarEvent = {
  title: "The campaign is launched",
  place: "New York",
  when: "2019-03-28",
  isConfirmed: true,
  lastChanged,
  corrections: [],
};
const webinar: CalendarEvent = {
  title: "Webinar",
  when: { lastOfEveryMonth: "thursday" },
  isConfirmed: false,
  lastChanged,
  corrections: [],
};

const named = (occasions: Occasion[]) =>
  occasions.map(({ event, date, certainty }) => `${date} ${event.title}: ${certainty}`);

test("what was only announced never comes into the archive", () => {
  expect(named(arrangeOccasions([milan], "2020-03-31").upcoming)).toEqual([
    "2020-03 Milano Digital Week: announced",
  ]);
  const after = arrangeOccasions([milan, campaign], "2020-04-01");
  expect(named(after.tookPlace)).toEqual(["2019-03-28 The campaign is launched: confirmed"]);
  expect(named(after.unknown)).toEqual(["2020-03 Milano Digital Week: announced"]);
});

test("a series shows its next date, by the rule, and none of those that have passed", () => {
  expect(named(arrangeOccasions([webinar], "2020-02-27").upcoming)).toEqual([
    "2020-02-27 Webinar: rule",
  ]);
  const { upcoming, tookPlace, unknown } = arrangeOccasions([webinar], "2020-02-28");
  expect(named(upcoming)).toEqual(["2020-03-26 Webinar: rule"]);
  expect([...tookPlace, ...unknown]).toEqual([]);
});

test("a series cannot be confirmed", () => {
  expect(calendarEventSchema.safeParse({ ...webinar, isConfirmed: true }).success).toBe(false);
});

test("the archive holds the launch and the campaign, which are known to have taken place, and nothing else", async () => {
  const { upcoming, tookPlace, unknown } = arrangeOccasions(
    await listEventFiles(defaultLocale),
    "2026-11-25",
  );
  expect(tookPlace.map(({ date }) => date)).toEqual(["2019-03-28", "2018-11-14"]);
  expect(named(unknown)).toEqual(["2020-03 Milano Digital Week: announced"]);
  expect(named(upcoming)).toEqual(["2026-11-26 Webinar on digital rights: rule"]);
});
