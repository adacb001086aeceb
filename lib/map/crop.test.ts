import { expect, test } from "vitest";
import { kilometresBetween, type Coordinates } from "@/lib/cities/distance";
import { worldMap } from "@/lib/map/base-maps";
import { cropAround, cropAroundCity, isIn, placeIn } from "@/lib/map/crop";

const tirana = { latitude: 41.3275, longitude: 19.81889 };
const athens = { latitude: 37.98376, longitude: 23.72784 };
const vienna = { latitude: 48.20849, longitude: 16.37208 };
const newYork = { latitude: 40.71427, longitude: -74.00597 };
const nairobi = { latitude: -1.28333, longitude: 36.81667 };
const suva = { latitude: -18.14161, longitude: 178.44149 };

const from = (city: Coordinates, ...others: Coordinates[]) =>
  others.map((other) => ({ ...other, kilometres: kilometresBetween(city, other) }));

test("a city and its neighbours are all in the picture, which is a part of their region", () => {
  const crop = cropAroundCity(tirana, from(tirana, athens, vienna));
  expect(crop.base.name).toBe("europe");
  expect(crop.width).toBeLessThan(crop.base.width);
  expect([tirana, athens, vienna].every((place) => isIn(crop, place))).toBe(true);
});

test("a neighbour far behind the others does not make them small", () => {
  const near = cropAroundCity(tirana, from(tirana, athens, vienna));
  expect(cropAroundCity(tirana, from(tirana, athens, vienna, newYork))).toEqual(near);
});

test("two neighbours are in the picture however far they are", () => {
  const crop = cropAroundCity(nairobi, from(nairobi, athens, newYork));
  expect(crop.base).toBe(worldMap);
  expect([nairobi, athens, newYork].every((place) => isIn(crop, place))).toBe(true);
  expect(crop.width).toBeLessThan(worldMap.width);
  expect(crop.width / crop.height).toBeCloseTo(worldMap.width / worldMap.height, 6);
});

test("a city without neighbours is in a picture of its region, never beyond the map", () => {
  for (const city of [tirana, nairobi, suva]) {
    const { base, x, y, width, height } = cropAroundCity(city, []);
    expect(isIn({ base, x, y, width, height }, city)).toBe(true);
    expect(Math.min(x, y, base.width - x - width, base.height - y - height)).toBeGreaterThan(-1e-9);
  }
});

test("without any place the whole map is shown", () => {
  expect(cropAround([]).width).toBe(1000);
});

test("what is in the picture is told from what is not", () => {
  const crop = cropAroundCity(tirana, from(tirana, athens));
  expect(isIn(crop, newYork)).toBe(false);
  expect(placeIn(crop, tirana).x).toBeLessThan(placeIn(crop, athens).x);
});

test("the world is cropped to where cities are, and shown whole where they are everywhere", () => {
  const northern = cropAround([athens, newYork], worldMap);
  expect(northern.base).toBe(worldMap);
  expect(northern.width).toBeLessThan(worldMap.width);
  expect(isIn(northern, suva)).toBe(false);
  const anchorage = { latitude: 61.21806, longitude: -149.90028 };
  expect(cropAround([anchorage, nairobi, suva], worldMap).width).toBe(worldMap.width);
});

test("cities of one region stay on the map of the world where that is asked for", () => {
  expect(cropAround([athens, vienna]).base.name).toBe("europe");
  expect(cropAround([athens, vienna], worldMap).base).toBe(worldMap);
});
