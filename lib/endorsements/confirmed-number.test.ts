import { expect, test } from "vitest";
import {
  confirmedSchema,
  NotConfirmed,
  requireConfirmation,
} from "@/lib/endorsements/confirmed-number";

const isRefused = (count: number, confirmed?: number): boolean => {
  try {
    requireConfirmation(count, confirmed);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ count } satisfies Partial<NotConfirmed>);
    return true;
  }
};

test("what nobody has confirmed is refused, of none too", () => {
  expect([isRefused(50), isRefused(0)]).toEqual([true, true]);
});

test.each([
  [50, 50],
  [45, 50],
  [1_100, 1_000],
  [5, 0],
])("%i is nearly what was confirmed as %i", (count, confirmed) => {
  expect(isRefused(count, confirmed)).toBe(false);
});

test.each([
  [60, 1],
  [44, 50],
  [1_101, 1_000],
  [6, 0],
])("%i is not what was confirmed as %i", (count, confirmed) => {
  expect(isRefused(count, confirmed)).toBe(true);
});

test("a form without a number confirms nothing, and an empty one is none of ours", () => {
  expect([confirmedSchema.parse("60"), confirmedSchema.parse(undefined)]).toEqual([60, undefined]);
  for (const typed of ["", "-1", "1e9", "60.5", "many"])
    expect(confirmedSchema.safeParse(typed).success).toBe(false);
});
