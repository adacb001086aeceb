import { describe, expect, test } from "vitest";
import { claimEndsOn, claimsHoldSince, urgencyOf } from "@/lib/applications/claims/claims";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";

const at = (text: string) => new Date(`2026-${text}Z`);
const day = (text: string) => at(`${text}T00:00`);

describe("a claim", () => {
  test("ends after five working days, whatever the hour", () => {
    // Both are Mondays.
    expect(claimEndsOn(at("11-23T09:00"), reviewSettings)).toEqual(day("11-30"));
    expect(claimEndsOn(at("11-23T23:59"), reviewSettings)).toEqual(day("11-30"));
  });

  test("that was made at a weekend ends on a Friday", () => {
    expect(claimEndsOn(at("11-28T09:00"), reviewSettings)).toEqual(day("12-04"));
  });

  test("ends a day later for each holiday", () => {
    const holidays = ["2026-11-26", "2026-11-28"];
    expect(claimEndsOn(at("11-23T09:00"), { ...reviewSettings, holidays })).toEqual(day("12-01"));
  });

  test("holds while the day on which it ends has not come", () => {
    for (const holidays of [[], ["2026-11-26"]]) {
      const settings = { ...reviewSettings, holidays };
      for (let hour = 0; hour < 24 * 21; hour += 7) {
        const claimedAt = new Date(day("11-10").getTime() + hour * 3_600_000);
        const ends = claimEndsOn(claimedAt, settings);
        const holdsAt = (now: Date) => claimedAt >= claimsHoldSince(now, settings);
        expect(holdsAt(new Date(ends.getTime() - 1)), claimedAt.toISOString()).toBe(true);
        expect(holdsAt(ends), claimedAt.toISOString()).toBe(false);
      }
    }
  });
});

test("an application is due soon from the seventh working day, and overdue from the tenth", () => {
  expect([6, 7, 9, 10, 11].map((days) => urgencyOf(days, reviewSettings))).toEqual([
    null,
    "dueSoon",
    "dueSoon",
    "overdue",
    "overdue",
  ]);
});
