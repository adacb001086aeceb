import { describe, expect, test } from "vitest";
import { dayNotOverYet, lastDayOf, lastWeekdayOfMonth, nextDate } from "@/lib/calendar/dates";

describe("the last Thursday of a month", () => {
  test("is a Thursday and one of the month's last seven days, in every month of thirty years", () => {
    for (let month = 1; month <= 12 * 30; month++) {
      const thursday = new Date(lastWeekdayOfMonth(2020, month, "thursday"));
      const weekLater = new Date(thursday.getTime() + 7 * 86_400_000);
      expect(thursday.getUTCDay()).toBe(4);
      expect(thursday.getUTCMonth()).toBe((month - 1) % 12);
      expect(weekLater.getUTCMonth()).toBe(month % 12);
    }
  });

  test.each([
    ["2020-01-30", 2020, 1],
    ["2020-02-27", 2020, 2],
    ["2024-02-29", 2024, 2],
    ["2026-11-26", 2026, 11],
    ["2026-12-31", 2026, 12],
  ])("was or will be %s", (date, year, month) => {
    expect(lastWeekdayOfMonth(year, month, "thursday")).toBe(date);
  });
});

test.each([
  ["is this month's until that day is over", "2026-11-26", "2026-11-26"],
  ["is next month's from the day after", "2026-11-27", "2026-12-31"],
  ["runs over the end of the year", "2027-01-01", "2027-01-28"],
])("the next date of a series %s", (_, today, next) => {
  expect(nextDate("thursday", today)).toBe(next);
});

test("what is known only as a month lasts until the month ends", () => {
  expect(lastDayOf("2020-03")).toBe("2020-03-31");
  expect(lastDayOf("2024-02")).toBe("2024-02-29");
  expect(lastDayOf("2020-03-12")).toBe("2020-03-12");
});

test("a day is over when it is over everywhere", () => {
  expect(dayNotOverYet(new Date("2026-11-27T11:59:59Z"))).toBe("2026-11-26");
  expect(dayNotOverYet(new Date("2026-11-27T12:00:00Z"))).toBe("2026-11-27");
});
