import { expect, test } from "vitest";
import { assessAbuse, limits } from "@/lib/endorsements/abuse/limits";

const day = 1_440;
const quiet = { heldFor: [], isRefused: false };

test("a handful of endorsements from one network looks like people", () => {
  expect(
    assessAbuse([
      { scope: "network", minutes: 10, count: 15 },
      { scope: "network", minutes: day, count: 60 },
    ]),
  ).toEqual(quiet);
});

test("more in ten minutes, or over the day, are held; far more are refused", () => {
  expect(assessAbuse([{ scope: "network", minutes: 10, count: 16 }])).toEqual({
    ...quiet,
    heldFor: ["network"],
  });
  expect(assessAbuse([{ scope: "network", minutes: day, count: 61 }])).toEqual({
    ...quiet,
    heldFor: ["network"],
  });
  expect(assessAbuse([{ scope: "network", minutes: 10, count: 151 }])).toEqual({
    ...quiet,
    heldFor: ["network"],
    isRefused: true,
  });
});

test("a provider with millions of mailboxes may send more than a domain that nobody knows", () => {
  expect(assessAbuse([{ scope: "mail_domain", minutes: 60, count: 21 }]).heldFor).toEqual([
    "mail_domain",
  ]);
  expect(assessAbuse([{ scope: "big_provider", minutes: 60, count: 2_000 }]).heldFor).toEqual([]);
  expect(assessAbuse([{ scope: "big_provider", minutes: 60, count: 2_001 }]).heldFor).toEqual([
    "mail_domain",
  ]);
});

test("a proof of work is for one endorsement", () => {
  expect(assessAbuse([{ scope: "proof", minutes: day, count: 1 }])).toEqual(quiet);
  expect(assessAbuse([{ scope: "proof", minutes: day, count: 2 }])).toEqual({
    ...quiet,
    heldFor: ["no_proof"],
  });
});

test("each reason is named once, however many limits are passed", () => {
  const counted = [
    { scope: "city", minutes: 10, count: 9_999 },
    { scope: "city", minutes: day, count: 9_999 },
    { scope: "form", minutes: day, count: 5 },
  ] as const;
  expect(assessAbuse(counted).heldFor).toEqual(["city", "replayed_form"]);
});

test("what is refused would have been held before", () => {
  for (const { hold, refuse } of limits)
    if (refuse !== undefined) expect(hold).toBeLessThan(refuse);
});
