import { expect, test } from "vitest";
import { morningOf } from "@/lib/applications/review/morning";
import { isoDay } from "@/lib/durations";

const morningAt = (moment: string, changes = {}) => {
  const settings = {
    morningMailHour: 7,
    morningMailTimeZone: "Europe/Amsterdam",
    holidays: ["2026-12-25"],
  };
  const day = morningOf(new Date(moment), { ...settings, ...changes });
  return day && isoDay(day);
};

test("a working day's morning begins at the hour of the staff's clocks, in winter and in summer", () => {
  expect(morningAt("2026-11-30T05:59:59Z")).toBeNull();
  expect(morningAt("2026-11-30T06:00:00Z")).toBe("2026-11-30");
  expect(morningAt("2026-07-01T05:00:00Z")).toBe("2026-07-01");
});

test("it ends, so that nobody is told in the afternoon what the morning was like", () => {
  expect(morningAt("2026-11-30T09:59:59Z")).toBe("2026-11-30");
  expect(morningAt("2026-11-30T10:00:00Z")).toBeNull();
});

test("Saturdays, Sundays and holidays have none", () => {
  for (const day of ["2026-11-28", "2026-11-29", "2026-12-25"])
    expect(morningAt(`${day}T08:00:00Z`)).toBeNull();
  expect(morningAt("2026-12-24T08:00:00Z")).toBe("2026-12-24");
});

test("the day is the one on the staff's clocks, not the one in UTC", () => {
  const inAuckland = { morningMailTimeZone: "Pacific/Auckland" };
  // Sunday evening in UTC, Monday morning there.
  expect(morningAt("2026-11-29T18:30:00Z", inAuckland)).toBe("2026-11-30");
});
