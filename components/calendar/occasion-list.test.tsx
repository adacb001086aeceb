import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OccasionList } from "@/components/calendar/occasion-list";
import { arrangeOccasions } from "@/lib/calendar/occasions";
import { calendarEventSchema } from "@/lib/calendar/schema";
import { defaultLocale } from "@/lib/i18n/locales";

const webinar = {
  title: "Webinar",
  when: "2026-12-10",
  isConfirmed: true,
  lastChanged: "2026-11-28",
};

/** The page's list of one event, as text. */
function shown(frontMatter: object): string {
  const event = calendarEventSchema.parse(frontMatter);
  const { upcoming } = arrangeOccasions([event], "2026-11-28");
  const html = renderToStaticMarkup(<OccasionList locale={defaultLocale} occasions={upcoming} />);
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test.each([
  ["2026-12-10T14:00+01:00", "Europe/Amsterdam", "14:00 CET"],
  ["2026-12-10T14:00-05:00", "America/New_York", "14:00 GMT-5"],
  ["2026-12-10T14:00Z", "UTC", "14:00 UTC"],
])("an event that starts at %s in %s says the time there, and its zone", (at, timeZone, time) => {
  expect(shown({ ...webinar, start: { at, timeZone } })).toBe(
    `Thursday, 10 December 2026 ${time} Webinar`,
  );
});

test("an event whose time is not known shows its day alone", () => {
  expect(shown(webinar)).toBe("Thursday, 10 December 2026 Webinar");
});

test.each([
  ["without a zone", { at: "2026-12-10T14:00+01:00" }],
  ["in a zone that does not exist", { at: "2026-12-10T14:00+01:00", timeZone: "Europe/Nowhere" }],
  ["on another day", { at: "2026-12-11T14:00+01:00", timeZone: "Europe/Amsterdam" }],
])("a time %s is a fault of the event's file", (_, start) => {
  expect(calendarEventSchema.safeParse({ ...webinar, start }).success).toBe(false);
});
