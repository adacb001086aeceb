import { expect, test } from "vitest";
import { slugCandidates, slugOf } from "@/lib/cities/slug";

test("a slug is the name in plain letters", () => {
  expect(slugOf("São Paulo")).toBe("sao-paulo");
  expect(slugOf("Cluj-Napoca")).toBe("cluj-napoca");
  expect(slugOf("L'Aquila")).toBe("laquila");
  expect(slugOf("Łódź")).toBe("lodz");
});

test("a namesake in the same country adds its region", () => {
  const portland = {
    id: 4975802,
    name: "Portland",
    regionName: "Maine",
    countryName: "United States",
  };
  expect(slugCandidates(portland, true)).toEqual([
    "portland",
    "portland-maine",
    "portland-4975802",
  ]);
});

test("a namesake in another country adds its country", () => {
  const sanJose = {
    id: 3621849,
    name: "San José",
    regionName: "San José",
    countryName: "Costa Rica",
  };
  expect(slugCandidates(sanJose, false)).toEqual([
    "san-jose",
    "san-jose-costa-rica",
    "san-jose-3621849",
  ]);
});

test("a name without Latin letters still has an address", () => {
  const tokyo = { id: 1850147, name: "東京", regionName: null, countryName: "Japan" };
  expect(slugCandidates(tokyo, true)).toEqual(["city", "city-1850147"]);
});
