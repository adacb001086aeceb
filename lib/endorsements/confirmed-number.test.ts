import { expect, test } from "vitest";
import { checkConfirmed, confirmedSchema } from "@/lib/endorsements/confirmed-number";

test("what nobody has confirmed is refused, of none too", () => {
  for (const count of [50, 0])
    expect(checkConfirmed(count, undefined)).toEqual({ ok: false, reason: "notConfirmed", count });
});

test.each([
  [50, 50],
  [45, 50],
  [1_100, 1_000],
  [5, 0],
])("%i is nearly what was confirmed as %i", (count, confirmed) => {
  expect(checkConfirmed(count, confirmed)).toEqual({ ok: true });
});

test.each([
  [60, 1],
  [44, 50],
  [1_101, 1_000],
  [6, 0],
])("%i is not what was confirmed as %i", (count, confirmed) => {
  expect(checkConfirmed(count, confirmed)).toEqual({ ok: false, reason: "notConfirmed", count });
});

test("a form without a number confirms nothing, and so does one with what is none", () => {
  expect([confirmedSchema.parse("60"), confirmedSchema.parse(undefined)]).toEqual([60, undefined]);
  for (const typed of ["", "-1", "1e9", "60.5", "many"])
    expect(confirmedSchema.parse(typed)).toBeUndefined();
});
