import { expect, test } from "vitest";
import { median, percentile } from "@/lib/statistics/quantiles";

test("of nothing there is neither a median nor a percentile", () => {
  expect(median([])).toBeNull();
  expect(percentile([], 90)).toBeNull();
});

test.each([
  [[4], 4],
  [[9, 1], 5],
  [[3, 1, 2], 2],
  [[1, 2, 3, 10], 2.5],
  [[0, 0, 0, 0, 100], 0],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

const upTo = (last: number) => Array.from({ length: last }, (_, index) => last - index);

test.each([
  [[4], 4],
  [[9, 1], 9],
  [upTo(9), 9],
  [upTo(10), 9],
  [upTo(11), 10],
  [upTo(100), 90],
  [upTo(101), 91],
])("nine in ten of %j took no more than %d days", (values, expected) => {
  expect(percentile(values, 90)).toBe(expected);
});

test("numbers are compared as numbers, and the list stays as it was", () => {
  const values = [10, 9, 100];
  expect(median(values)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});
