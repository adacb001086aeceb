import { expect, test } from "vitest";
import { decisionFilterSchema } from "@/lib/applications/decision-log/decision-filter";
import type { PublishedDecision } from "@/lib/applications/decision-log/queries";
import { selectDecisions } from "@/lib/applications/decision-log/decision-pages";

const [ghent, antwerp] = [2797656, 2803138];

const decision = (
  id: string,
  cityId: number,
  day: string,
  correctsId: string | null = null,
): PublishedDecision => ({
  ...{ id, correctsId, reason: null, cause: null, correctedFacts: [], daysTaken: 3 },
  outcome: "declined",
  date: new Date(`${day}T09:00:00Z`),
  city: { cityId, slug: null, name: cityId === ghent ? "Ghent" : "Antwerp", countryCode: "BE" },
});

const log = [
  decision("approved", ghent, "2026-02-03", "declined"),
  decision("reopened", ghent, "2026-01-02", "declined"),
  decision("other", antwerp, "2026-01-01"),
  decision("declined", ghent, "2025-12-31"),
];
const idsOf = (decisions: readonly { id: string }[]) => decisions.map(({ id }) => id);

test("a year and a city narrow the log, and the years count all of it", () => {
  const ofYear = selectDecisions(log, { year: 2026 }, 1);
  expect(idsOf(ofYear.decisions)).toEqual(["approved", "reopened", "other"]);
  expect(ofYear.years).toEqual([
    { year: 2026, count: 3 },
    { year: 2025, count: 1 },
  ]);
  expect(idsOf(selectDecisions(log, { city: antwerp }, 1).decisions)).toEqual(["other"]);
  expect(selectDecisions(log, { year: 2025, city: antwerp }, 1).total).toBe(0);
});

test("an entry knows what it changes and what changed it, also where that is filtered out", () => {
  const [declined] = selectDecisions(log, { year: 2025 }, 1).decisions;
  expect(idsOf(declined?.correctedBy ?? [])).toEqual(["reopened", "approved"]);
  const [approved] = selectDecisions(log, { year: 2026 }, 1).decisions;
  expect(approved?.corrects?.id).toBe("declined");
});

test("thousands are turned page by page, and none is lost or shown twice", () => {
  const many = Array.from({ length: 1_234 }, (_, index) =>
    decision(String(index), ghent, "2026-01-01"),
  );
  const { pages } = selectDecisions(many, {}, 1);
  const shown = Array.from(
    { length: pages },
    (_, index) => selectDecisions(many, {}, index + 1).decisions,
  );
  expect(idsOf(shown.flat())).toEqual(idsOf(many));
  expect(selectDecisions(many, {}, pages + 1).decisions).toEqual([]);
});

test("what makes no sense in an address counts as absent", () => {
  expect(decisionFilterSchema.parse({ year: "soon", city: "-1", page: "0" })).toEqual({ page: 1 });
  expect(decisionFilterSchema.parse({ year: "2026", city: "2797656", page: "2" })).toEqual({
    year: 2026,
    city: ghent,
    page: 2,
  });
});
