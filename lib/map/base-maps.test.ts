import { expect, test } from "vitest";
import { baseMaps, isOn, pointOn, regionMaps, worldMap } from "@/lib/map/base-maps";

const amsterdam = { latitude: 52.37403, longitude: 4.88969 };
const moscow = { latitude: 55.75222, longitude: 37.61556 };
const guadalajara = { latitude: 20.66682, longitude: -103.39182 };
const honolulu = { latitude: 21.30694, longitude: -157.85833 };
const suva = { latitude: -18.14161, longitude: 178.44149 };
const uelen = { latitude: 66.15278, longitude: -169.80556 };

const regionOf = (place: typeof amsterdam) => regionMaps.find((base) => isOn(base, place))?.name;

test("the meridian and the equator that cross in the map's middle do so", () => {
  expect(pointOn(worldMap, { latitude: 0, longitude: 11 }).x).toBeCloseTo(500, 6);
  const north = pointOn(worldMap, { latitude: 40, longitude: 11 }).y;
  const south = pointOn(worldMap, { latitude: -40, longitude: 11 }).y;
  expect((north + south) / 2).toBeCloseTo(pointOn(worldMap, { latitude: 0, longitude: 11 }).y, 6);
});

test("at 60 degrees the world is 0.753 as wide as at the equator, by the formula of Equal Earth", () => {
  const widthAt = (latitude: number) =>
    pointOn(worldMap, { latitude, longitude: 190 }).x -
    pointOn(worldMap, { latitude, longitude: -168 }).x;
  expect(widthAt(60) / widthAt(0)).toBeCloseTo(0.753, 3);
});

test("places on both sides of 180 degrees are on the world, east of Australia, and Chukotka is not torn off", () => {
  for (const place of [suva, { ...suva, longitude: -179.9 }, { ...suva, longitude: 180 }]) {
    expect(isOn(worldMap, place)).toBe(true);
    expect(pointOn(worldMap, place).x).toBeGreaterThan(900);
  }
  expect(pointOn(worldMap, uelen).x).toBeGreaterThan(500);
});

test("each city is on the map of its region, or on none", () => {
  expect([amsterdam, moscow, guadalajara, honolulu].map(regionOf)).toEqual([
    "europe",
    "europe",
    "north-america",
    undefined,
  ]);
});

test("the maps have the shapes that their pictures are given", () => {
  expect(baseMaps.map(({ width, height }) => `${width}/${height}`)).toEqual([
    "1000/432",
    ...regionMaps.map(() => "1000/800"),
  ]);
});
