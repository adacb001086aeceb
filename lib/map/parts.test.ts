import { expect, test } from "vitest";
import { areOnOnePage, partsOf, regionOf } from "@/lib/map/parts";
import type { MappedCity } from "@/lib/map/spots";

const citiesAt = (latitude: number, longitude: number, count: number): MappedCity[] =>
  Array.from({ length: count }, (_, index) => ({
    slug: `${latitude}-${index}`,
    name: "",
    countryCode: "NL",
    latitude,
    longitude,
    isFounder: false,
  }));

const inEurope = citiesAt(52.37, 4.89, 7);
const inNorthAmerica = citiesAt(40.71, -74, 6);
const inAfrica = citiesAt(-1.28, 36.82, 6);
const inOceania = citiesAt(-36.85, 174.76, 5);

const namesOf = (cities: MappedCity[]) => partsOf(cities).regions.map(({ base }) => base.name);

test("a region of six cities has a map of its own, one of five stays on the map of the world", () => {
  expect(namesOf([...inEurope, ...inNorthAmerica, ...inOceania])).toEqual([
    "europe",
    "north-america",
  ]);
  expect(partsOf([...inEurope, ...inOceania]).others).toEqual(inOceania);
});

test("a third region gives each region a page of its own", () => {
  const two = [...inEurope, ...inNorthAmerica];
  expect(areOnOnePage(partsOf(two).regions)).toBe(true);
  expect(areOnOnePage(partsOf([...two, ...inAfrica]).regions)).toBe(false);
});

test("a city of the ocean is on no regional map", () => {
  expect(regionOf({ latitude: 21.3, longitude: -157.86 })).toBeUndefined();
});
