import { expect, test } from "vitest";
import { coverageOf } from "@/lib/actions/coverage";
import { actionOf } from "@/tests/support/public/actions";

const coverageByArea = (...actions: ReturnType<typeof actionOf>[]) =>
  new Map(coverageOf(actions).map(({ area, ...coverage }) => [area, coverage]));

test("every area is there, the principles first, though no city has told of anything", () => {
  expect(coverageOf([])).toEqual([
    ...([1, 2, 3, 4, 5] as const).map((principle) => ({
      area: `principle_${principle}`,
      principle,
      inPlace: 0,
      plannedOnly: 0,
    })),
    { area: "institutional", principle: null, inPlace: 0, plannedOnly: 0 },
    { area: "process", principle: null, inPlace: 0, plannedOnly: 0 },
  ]);
});

test("a city counts once for an area, however many actions it has there", () => {
  const coverage = coverageByArea(actionOf(), actionOf(), actionOf({ city: "antwerp" }));
  expect(coverage.get("principle_1")).toMatchObject({ inPlace: 2, plannedOnly: 0 });
});

test("a city with plans counts as planned only while it has nothing in place in that area", () => {
  const coverage = coverageByArea(
    actionOf(),
    actionOf({ status: "planned" }),
    actionOf({ city: "antwerp", status: "planned" }),
    actionOf({ area: "process", status: "planned" }),
  );
  expect(coverage.get("principle_1")).toMatchObject({ inPlace: 1, plannedOnly: 1 });
  expect(coverage.get("process")).toMatchObject({ inPlace: 0, plannedOnly: 1 });
});
