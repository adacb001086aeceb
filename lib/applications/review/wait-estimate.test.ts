import { describe, expect, test } from "vitest";
import { estimateWait, workingDaysBetween } from "@/lib/applications/review/wait-estimate";

const at = (text: string) => new Date(`${text}Z`);

describe("working days", () => {
  test.each([
    ["2026-11-23T09:00", "2026-11-23T17:00", 0],
    ["2026-11-23T23:59", "2026-11-24T00:01", 1],
    ["2026-11-20T09:00", "2026-11-23T09:00", 1],
    ["2026-11-21T09:00", "2026-11-22T09:00", 0],
    ["2026-11-23T09:00", "2026-11-30T09:00", 5],
    ["2026-11-25T09:00", "2026-12-09T09:00", 10],
    ["2026-11-28T09:00", "2026-12-01T09:00", 2],
    ["2026-11-24T09:00", "2026-11-23T09:00", 0],
  ])("from %s to %s are %i", (from, to, days) => {
    expect(workingDaysBetween(at(from), at(to))).toBe(days);
  });

  test("a year has 261 of them", () => {
    expect(workingDaysBetween(at("2026-01-01T00:00"), at("2027-01-01T00:00"))).toBe(261);
  });
});

test("a holiday on a working day is none, and one at a weekend changes nothing", () => {
  const overChristmas = [at("2026-12-23T09:00"), at("2026-12-28T09:00")] as const;
  expect(workingDaysBetween(...overChristmas)).toBe(3);
  expect(workingDaysBetween(...overChristmas, ["2026-12-25", "2026-12-25"])).toBe(2);
  expect(workingDaysBetween(...overChristmas, ["2026-12-26", "2026-12-23", "2026-12-29"])).toBe(3);
  expect(workingDaysBetween(...overChristmas, ["2026-12-24", "2026-12-25", "2026-12-28"])).toBe(0);
});

describe("the estimate", () => {
  test("is the median, which one slow review does not move", () => {
    expect(estimateWait([1, 20, 2, 4, 3])).toBe(3);
  });

  test("is never less than a day", () => {
    expect(estimateWait([0, 0, 0, 0, 0])).toBe(1);
  });

  test("is not made from too few decisions", () => {
    expect(estimateWait([1, 2, 3, 4])).toBeNull();
  });
});
