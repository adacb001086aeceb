import { expect, test } from "vitest";
import { curvePoints, monthlyTotals } from "@/lib/endorsements/counts/curve";

const day = (date: string, added: number, removed = 0) => ({ day: new Date(date), added, removed });

test("the months add up to what there is now", () => {
  expect(
    monthlyTotals([day("2026-09-03", 4), day("2026-09-20", 2, 1), day("2026-11-01", 0, 2)]),
  ).toEqual([
    { month: "2026-09", added: 6, removed: 1, total: 5 },
    { month: "2026-11", added: 0, removed: 2, total: 3 },
  ]);
});

test("the curve begins at nothing, rises to its highest at the top, and goes on until today", () => {
  expect(
    curvePoints([day("2026-11-01", 2), day("2026-11-06", 2)], new Date("2026-11-11"), 100, 40),
  ).toBe("0.0,40.0 0.0,20.0 50.0,20.0 50.0,0.0 100.0,0.0");
});
