import { expect, test } from "vitest";
import { sidesOfNames } from "@/lib/map/frame-names";

const europe = { name: "Europe: 39 cities", x: 0.4, y: 0.1, width: 0.15, height: 0.3 };
const africa = { name: "Africa: 38 cities", x: 0.38, y: 0.3, width: 0.2, height: 0.5 };
const barcelona = { x: 0.42, y: 0.28 };

test("a name stands above its frame", () => {
  expect(sidesOfNames([europe, africa], [], 2)).toEqual(["above", "above"]);
});

test("it stands below where it would hide a city above", () => {
  expect(sidesOfNames([europe, africa], [barcelona], 2)).toEqual(["above", "below"]);
});

test("it stays above where it would hide as many below, or leave the picture", () => {
  const capeTown = { x: 0.42, y: 0.82 };
  expect(sidesOfNames([africa], [barcelona, capeTown], 2)).toEqual(["above"]);
  expect(sidesOfNames([{ ...africa, height: 0.69 }], [barcelona], 2)).toEqual(["above"]);
});

test("no name stands over another, whatever cities it hides", () => {
  const beside = { ...europe, name: "Asia: 165 cities", x: 0.42 };
  const marks = [{ x: 0.45, y: 0.42 }];
  expect(sidesOfNames([europe, beside], marks, 2)).toEqual(["above", "below"]);
});
