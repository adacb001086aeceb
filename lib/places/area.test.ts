import { expect, test } from "vitest";
import { isInArea, splitNameAndArea } from "@/lib/places/area";

const portlandMaine = { regionName: "Maine", countryCode: "US" };
const ghent = { regionName: "Flanders", countryCode: "BE" };

test("the end of a query may be an area, the shortest first", () => {
  expect(splitNameAndArea("new york new york")).toEqual([
    { name: "new york new", area: "york" },
    { name: "new york", area: "new york" },
    { name: "new", area: "york new york" },
  ]);
  expect(splitNameAndArea("ghent")).toEqual([]);
});

test.each(["maine", "mai", "me", "united states", "maine united st", "usa", "us"])(
  "Portland in Maine is in “%s”",
  (area) => {
    expect(isInArea(portlandMaine, area)).toBe(true);
  },
);

test.each(["oregon", "or", "canada", "gb", "ne"])("Portland in Maine is not in “%s”", (area) => {
  expect(isInArea(portlandMaine, area)).toBe(false);
});

test("a place without a region is still in its country", () => {
  expect(isInArea({ ...ghent, regionName: null }, "belgium")).toBe(true);
});
