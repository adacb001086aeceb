import { expect, test } from "vitest";
import { cityMark, initialsOf, markSize } from "@/lib/cities/city-mark";
import { storey } from "@/lib/cities/mark-windows";

const amsterdam = { cityId: 2759794, name: "Amsterdam", latitude: 52.37403, longitude: 4.88969 };

test("a city has the same mark each time, and another number, name or place gives another one", () => {
  const mark = cityMark(amsterdam);
  expect(cityMark({ ...amsterdam })).toEqual(mark);
  expect(mark).toEqual({
    towers: [
      { letter: "A", floors: 8, roof: "gable", colour: 5, isByDay: true },
      { letter: "M", floors: 6, roof: "posts", colour: 1, isByDay: false },
    ],
    light: { kind: "moon", x: 31.3, y: 5.5 },
  });
  for (const change of [{ cityId: 2759795 }, { name: "Mokum" }, { longitude: -4.88969 }])
    expect(cityMark({ ...amsterdam, ...change })).not.toEqual(mark);
});

test.each([
  ["Amsterdam", "AM"],
  ["New York City", "NY"],
  ["Cluj-Napoca", "CN"],
  ["Łódź", "LO"],
  ["São Paulo", "SP"],
  ["L’Aquila", "LA"],
  ["Ærøskøbing", "AE"],
  ["Å", "A"],
  ["10th of Ramadan", "TO"],
  ["西安", ""],
])("the windows of %s write %j", (name, initials) => {
  expect(initialsOf(name).join("")).toBe(initials);
});

test("wherever a city lies, its light is in the sky: on its side of the world, the higher the farther north", () => {
  for (let longitude = -180; longitude < 180; longitude += 7) {
    const [north, south] = [80, -80].map((latitude) =>
      cityMark({ ...amsterdam, latitude, longitude }),
    );
    if (!north || !south) throw new Error("There is no mark.");
    expect(north.light.y).toBeLessThan(south.light.y);
    for (const { towers, light } of [north, south]) {
      const isLeft = light.x < markSize / 2;
      expect(isLeft).toBe(longitude < 0);
      const below = towers[isLeft ? 0 : 1];
      expect(below.floors).toBeLessThan(towers[isLeft ? 1 : 0].floors);
      expect(light.y + radius).toBeLessThan(markSize - below.floors * storey - roof);
      expect(Math.min(light.x, markSize - light.x, light.y)).toBeGreaterThan(radius);
    }
  }
});

const radius = 3.1;
const roof = 5;
