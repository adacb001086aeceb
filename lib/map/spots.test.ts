import { expect, test } from "vitest";
import type { Area } from "@/lib/cities/area";
import { spotsOf, type MappedCity } from "@/lib/map/spots";

/** Cities on a regular lattice: many, and each in a place of its own. */
const lattice = (rows: number, columns: number, step = 0.5): MappedCity[] =>
  Array.from({ length: rows * columns }, (_, index) => {
    const latitude = 36 + Math.floor(index / columns) * step;
    const longitude = -8 + (index % columns) * step;
    return {
      slug: `city-${index}`,
      name: `City ${index}`,
      countryCode: "FR",
      latitude,
      longitude,
      isFounder: false,
    };
  });

const isIn = ({ south, west, north, east }: Area, { latitude, longitude }: MappedCity) =>
  latitude >= south && latitude < north && longitude >= west && longitude < east;

test("forty cities are shown one by one, forty-one in groups", () => {
  expect(spotsOf(lattice(4, 10)).every(({ kind }) => kind === "city")).toBe(true);
  expect(
    spotsOf([...lattice(4, 10), ...lattice(1, 1)]).some(({ kind }) => kind === "cluster"),
  ).toBe(true);
});

test.each([200, 5000])(
  "%d cities make a few groups, each of exactly the cities in its area",
  (count) => {
    const cities = lattice(count / 100, 100);
    const spots = spotsOf(cities);
    expect(spots.length).toBeLessThanOrEqual(24);
    expect(spots.length).toBeGreaterThan(3);
    let counted = 0;
    for (const spot of spots) {
      if (spot.kind !== "cluster") counted += 1;
      else expect(spot.count).toBe(cities.filter((city) => isIn(spot.area, city)).length);
      counted += spot.kind === "cluster" ? spot.count : 0;
    }
    expect(counted).toBe(count);
  },
);

test("a group leads to smaller ones, down to single cities", () => {
  let cities = lattice(50, 100);
  for (
    let step = 0;
    step < 6 && spotsOf(cities).some(({ kind }) => kind === "cluster");
    step += 1
  ) {
    const largest = spotsOf(cities)
      .flatMap((spot) => (spot.kind === "cluster" ? [spot] : []))
      .sort((one, other) => other.count - one.count)[0];
    if (!largest) break;
    const inside = cities.filter((city) => isIn(largest.area, city));
    expect(inside.length).toBeLessThan(cities.length);
    cities = inside;
  }
  expect(spotsOf(cities).every(({ kind }) => kind === "city")).toBe(true);
});

test("cities beside the date line are groups on their own sides", () => {
  const east = lattice(3, 10).map((city) => ({
    ...city,
    longitude: 179 + Number(city.slug.slice(5)) / 100,
  }));
  const west = lattice(3, 10).map((city) => ({
    ...city,
    slug: `${city.slug}-west`,
    longitude: -179.9 + Number(city.slug.slice(5)) / 100,
  }));
  expect(spotsOf([...east, ...west]).length).toBeGreaterThanOrEqual(2);
});

test("many cities in one place stay single cities", () => {
  const here = lattice(5, 10, 0);
  expect(spotsOf(here).every(({ kind }) => kind === "city")).toBe(true);
});
