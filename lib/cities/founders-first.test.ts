import { expect, test } from "vitest";
import { foundersFirst } from "@/lib/cities/founders-first";

test("founders come first, and both groups stay in their order", () => {
  const cities = [
    { name: "Athens", isFounder: false },
    { name: "Barcelona", isFounder: true },
    { name: "New York City", isFounder: true },
    { name: "Vienna", isFounder: false },
  ];
  expect(foundersFirst(cities).map(({ name }) => name)).toEqual([
    "Barcelona",
    "New York City",
    "Athens",
    "Vienna",
  ]);
});
