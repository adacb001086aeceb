import { expect, test } from "vitest";
import { variedFirst } from "@/lib/actions/varied-first";
import { actionOf } from "@/tests/support/public/actions";

const all = [
  actionOf({ id: "first of Ghent" }),
  actionOf({ id: "second of Ghent" }),
  actionOf({ id: "first of Antwerp", city: "antwerp" }),
  actionOf({ id: "Antwerp, another area", city: "antwerp", area: "principle_3", principle: 3 }),
  actionOf({ id: "Eindhoven", city: "eindhoven", area: "process", principle: null }),
];

const picked = (limit: number) => variedFirst(all, limit).map(({ id }) => id);

test("a short list has the first, then other cities and other areas", () => {
  expect(picked(3)).toEqual(["first of Ghent", "Antwerp, another area", "Eindhoven"]);
});

test("all are picked once where there is room, and none where there are none", () => {
  expect(picked(10).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  expect(variedFirst([], 3)).toEqual([]);
});
