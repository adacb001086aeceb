import { expect, test } from "vitest";
import { retainedUntil } from "@/lib/endorsements/retention/retention-periods";

const submittedAt = new Date("2026-11-23T09:00:00Z");
const confirmedAt = new Date("2026-11-24T09:00:00Z");
const day = (date: Date) => date.toISOString().slice(0, 10);

test("an endorsement that is not confirmed is kept for three days", () => {
  expect(retainedUntil({ kind: "asks", submittedAt, confirmedAt: null, listedAt: null })).toEqual(
    new Date("2026-11-26T09:00:00Z"),
  );
});

test("a confirmed one is kept for two years, or until ninety days after its city was listed", () => {
  expect(day(retainedUntil({ kind: "asks", submittedAt, confirmedAt, listedAt: null }))).toBe(
    "2028-11-23",
  );
  expect(
    day(
      retainedUntil({
        kind: "asks",
        submittedAt,
        confirmedAt,
        listedAt: new Date("2027-01-01T00:00:00Z"),
      }),
    ),
  ).toBe("2027-04-01");
  expect(
    day(
      retainedUntil({
        kind: "asks",
        submittedAt,
        confirmedAt,
        listedAt: new Date("2028-11-20T00:00:00Z"),
      }),
    ),
  ).toBe("2028-11-23");
});

test("thanks to a signatory are kept for two years", () => {
  expect(
    day(
      retainedUntil({
        kind: "thanks",
        submittedAt,
        confirmedAt,
        listedAt: new Date("2018-11-14T00:00:00Z"),
      }),
    ),
  ).toBe("2028-11-23");
});
