import { expect, test } from "vitest";
import {
  thresholdsReached,
  nextThreshold,
} from "@/lib/endorsements/city-progress/milestone-thresholds";
import { shownCount } from "@/lib/endorsements/counts/shown-count";

test.each([
  [0, [], 10],
  [9, [], 10],
  [10, [10], 50],
  [120, [10, 50, 100], 500],
  [10_000, [10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000], null],
])("%i residents have reached %j, and next comes %s", (count, reached, next) => {
  expect(thresholdsReached(count)).toEqual(reached);
  expect(nextThreshold(count)).toBe(next);
});

test("the first mark is the first number that is shown at all", () => {
  expect([shownCount(9), shownCount(10)]).toEqual([0, 10]);
});
