import { expect, test } from "vitest";
import { kilometresBetween } from "@/lib/cities/distance";

const amsterdam = { latitude: 52.37403, longitude: 4.88969 };
const barcelona = { latitude: 41.38879, longitude: 2.15899 };
const auckland = { latitude: -36.84853, longitude: 174.76349 };
const losAngeles = { latitude: 34.05223, longitude: -118.24368 };

test("Amsterdam is 1,240 kilometres from Barcelona, both ways", () => {
  expect(kilometresBetween(amsterdam, barcelona)).toBeCloseTo(1240, -1);
  expect(kilometresBetween(barcelona, amsterdam)).toBe(kilometresBetween(amsterdam, barcelona));
});

test("the way from Auckland to Los Angeles crosses the date line", () => {
  expect(kilometresBetween(auckland, losAngeles)).toBeCloseTo(10_480, -2);
});

test("a city is no distance from itself, and the far side of the earth is half its girth away", () => {
  expect(kilometresBetween(amsterdam, amsterdam)).toBe(0);
  expect(
    kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }),
  ).toBeCloseTo(20_015, 0);
});
