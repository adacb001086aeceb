import { expect, test } from "vitest";
import { withOffset } from "@/lib/publications/local-time";

test.each([
  ["in winter", "2026-12-10", "14:00", "Europe/Amsterdam", "2026-12-10T14:00+01:00"],
  ["in summer", "2027-07-10", "14:00", "Europe/Amsterdam", "2027-07-10T14:00+02:00"],
  ["west of Greenwich", "2026-12-10", "20:00", "America/New_York", "2026-12-10T20:00-05:00"],
  ["with half an hour", "2026-12-10", "09:30", "Asia/Kolkata", "2026-12-10T09:30+05:30"],
  ["in UTC", "2026-12-10", "09:30", "UTC", "2026-12-10T09:30Z"],
  [
    "right after clocks went forward",
    "2027-03-28",
    "03:00",
    "Europe/Paris",
    "2027-03-28T03:00+02:00",
  ],
  ["right before they do", "2027-03-28", "01:59", "Europe/Paris", "2027-03-28T01:59+01:00"],
  ["in Auckland, a day ahead", "2026-12-10", "08:00", "Pacific/Auckland", "2026-12-10T08:00+13:00"],
])("a time %s has the offset of its day", (_, day, time, zone, expected) => {
  expect(withOffset(day, time, zone)).toBe(expected);
});

test("a time over which clocks are put forward does not exist", () => {
  expect(withOffset("2027-03-28", "02:30", "Europe/Paris")).toBeNull();
});
