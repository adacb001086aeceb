import { expect, test } from "vitest";
import { placesOfNames } from "@/lib/map/frame-names";

const europe = { name: "Europe: 39 cities", x: 0.4, y: 0.1, width: 0.35, height: 0.3 };
const africa = { name: "Africa: 38 cities", x: 0.38, y: 0.3, width: 0.35, height: 0.5 };
const barcelona = { x: 0.42, y: 0.28 };
const capeTown = { x: 0.42, y: 0.82 };
const cairo = { x: 0.6, y: 0.29 };

const aboveLeft = { isBelow: false, isRight: false };
const belowLeft = { isBelow: true, isRight: false };
const aboveRight = { isBelow: false, isRight: true };
const belowRight = { isBelow: true, isRight: true };

test("a name stands above the left corner of its frame", () => {
  expect(placesOfNames([europe, africa], [], 2)).toEqual([aboveLeft, aboveLeft]);
});

test.each([
  [[barcelona], belowLeft],
  [[barcelona, capeTown], aboveRight],
  [[barcelona, capeTown, cairo], belowRight],
])("where it would hide a city it stands at another corner: %j", (cities, place) => {
  expect(placesOfNames([africa], cities, 2)).toEqual([place]);
});

test("it never leaves the picture", () => {
  const tall = { ...africa, height: 0.69 };
  expect(placesOfNames([tall], [barcelona, cairo], 2)).toEqual([aboveLeft]);
});

test("no name stands over another, whatever cities it hides", () => {
  const beside = { ...europe, name: "Asia: 165 cities", x: 0.42 };
  const small = { ...europe, width: 0.15 };
  const marks = [
    { x: 0.45, y: 0.42 },
    { x: 0.7, y: 0.09 },
    { x: 0.7, y: 0.42 },
  ];
  expect(placesOfNames([small, beside], marks, 2)).toEqual([aboveLeft, belowLeft]);
});
