import { expect, test } from "vitest";
import { shownCount } from "@/lib/endorsements/counts/shown-count";

test("below ten no number is shown", () => {
  expect([0, 1, 9, 10, 11, 1_000].map(shownCount)).toEqual([0, 0, 0, 10, 11, 1_000]);
});
