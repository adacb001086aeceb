import { expect, test } from "vitest";
import { readyByMonth, shareOf } from "@/lib/statistics/ready-time";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const months = ["2026-01", "2026-02", "2026-03"];

test("whole months count all of their minutes, and the first and the last those until today", () => {
  const byMonth = readyByMonth(months, [], day("2026-01-30"), day("2026-03-02"));
  expect(byMonth).toEqual([
    { month: "2026-01", ready: 0, counted: 2 * 1_440 },
    { month: "2026-02", ready: 0, counted: 28 * 1_440 },
    { month: "2026-03", ready: 0, counted: 1_440 },
  ]);
});

test.each([null, day("2026-03-02"), day("2026-03-03")])(
  "before a whole day is counted, nothing is said: since %s",
  (since) => {
    const today = { day: day("2026-03-02"), minutes: 700 };
    expect(readyByMonth(months, [today], since, day("2026-03-02"))).toEqual([]);
  },
);

test("a share is never rounded up to more than it was", () => {
  expect(shareOf(43_199, 43_200)).toBe(0.9999);
  expect(shareOf(43_200, 43_200)).toBe(1);
  expect(shareOf(0, 43_200)).toBe(0);
});
