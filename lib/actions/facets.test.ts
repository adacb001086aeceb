import { expect, test } from "vitest";
import { facetsOf } from "@/lib/actions/facets";
import { actionOf } from "@/tests/support/public/actions";

const all = [
  actionOf(),
  actionOf({ area: "process", principle: null }),
  actionOf({ area: "principle_3", principle: 3, status: "planned" }),
  actionOf({ city: "antwerp", area: "principle_3", principle: 3 }),
  actionOf({ city: "eindhoven", status: "planned" }),
];

test("each choice says how many actions it would show", () => {
  expect(facetsOf(all, {})).toEqual({
    areas: [
      { value: "principle_1", actions: 2 },
      { value: "principle_3", actions: 2 },
      { value: "process", actions: 1 },
    ],
    cities: [
      { value: "ghent", name: "Ghent", actions: 3 },
      { value: "antwerp", name: "Antwerp", actions: 1 },
      { value: "eindhoven", name: "Eindhoven", actions: 1 },
    ],
    countries: [
      { value: "BE", actions: 4 },
      { value: "NL", actions: 1 },
    ],
    statuses: [
      { value: "in_place", actions: 3 },
      { value: "planned", actions: 2 },
    ],
  });
});

test("a choice counts while the others stay, and does not narrow its own field", () => {
  const { areas, cities } = facetsOf(all, { area: "principle_3", country: "BE" });
  expect(areas).toEqual([
    { value: "principle_1", actions: 1 },
    { value: "principle_3", actions: 2 },
    { value: "process", actions: 1 },
  ]);
  expect(cities.map(({ name, actions }) => [name, actions])).toEqual([
    ["Ghent", 1],
    ["Antwerp", 1],
  ]);
});

test("what is chosen can be chosen again, though nothing fits it", () => {
  const { areas, cities } = facetsOf(all, { city: "eindhoven", area: "process" });
  expect(areas).toContainEqual({ value: "process", actions: 0 });
  expect(cities).toContainEqual({ value: "eindhoven", name: "Eindhoven", actions: 0 });
});
