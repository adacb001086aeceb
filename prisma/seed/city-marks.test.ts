import { expect, test } from "vitest";
import { cityMark, type CityMark } from "@/lib/cities/city-mark";
import { readGeoNames, type GeoNamesPlace } from "@/prisma/seed/geonames";
import { firstSignatoryIds } from "@/prisma/seed/signatories";

test("no two of the first members and the world's largest cities, 300 in all, look alike", async () => {
  const places: GeoNamesPlace[] = [];
  for await (const place of readGeoNames()) places.push(place);
  const first = new Set<number>(firstSignatoryIds);
  const largest = places
    .filter(({ id }) => !first.has(id))
    .sort((one, other) => other.population - one.population);
  const chosen = [...places.filter(({ id }) => first.has(id)), ...largest].slice(0, 300);
  expect(chosen).toHaveLength(300);
  const alike = chosen.flatMap((one, index) =>
    chosen
      .slice(index + 1)
      .filter((other) => difference(markOf(one), markOf(other)) < 3)
      .map((other) => `${one.name} and ${other.name}`),
  );
  expect(alike).toEqual([]);
}, 30_000);

/** What the eye sees first weighs most: letters, then colours, then silhouettes. */
function difference(one: CityMark, other: CityMark): number {
  const towers = one.towers.map((tower, index) => {
    const its = other.towers[index] ?? tower;
    return (
      3 * Number(tower.letter !== its.letter) +
      2 * Number(tower.colour !== its.colour) +
      2 * Number(tower.isByDay !== its.isByDay) +
      Number(tower.roof !== its.roof) +
      Number(tower.floors !== its.floors)
    );
  });
  return towers.reduce((sum, each) => sum + each, Number(one.light.kind !== other.light.kind));
}

const markOf = ({ id, ...place }: GeoNamesPlace) => cityMark({ cityId: id, ...place });
