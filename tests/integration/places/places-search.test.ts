import { beforeAll, expect, test } from "vitest";
import { findPlace, searchPlaces } from "@/lib/places/search";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

test.each([
  ["ghent", "Ghent"],
  ["GHE", "Ghent"],
  ["sao paulo", "São Paulo"],
  ["São  Pau", "São Paulo"],
  ["llanfair", "Llanfairpwllgwyngyll"],
  ["lodz", "Łódź"],
  ["zurich", "Zürich"],
  ["xian", "Xi’an"],
  ["xi'an", "Xi’an"],
  ["l’aquila", "L'Aquila"],
  ["saint étienne", "Saint-Étienne"],
  ["reykjavik", "Reykjavík"],
])("“%s” finds %s by its own name", async (query, name) => {
  expect((await searchPlaces(query))[0]).toMatchObject({ name, matchedName: null });
});

test.each([
  ["東京", "Tokyo", "東京"],
  ["القاهرة", "Cairo", "القاهرة"],
  ["القاهره", "Cairo", "القاهرة"],
  ["Київ", "Kyiv", "Київ"],
  ["київ", "Kyiv", "Київ"],
  ["بيروت", "Beirut", "بيروت"],
  ["Gent", "Ghent", "Gent"],
  ["Wien", "Vienna", "Wien"],
  ["Αθήνα", "Athens", "Αθήνα"],
])("“%s” finds %s by its other name %s", async (query, name, matchedName) => {
  expect((await searchPlaces(query))[0]).toMatchObject({ name, matchedName });
});

test.each([
  ["angeles", placeIds.losAngeles],
  ["paulo", placeIds.saoPaulo],
  ["aquila", placeIds.laquila],
  ["napoca", placeIds.clujNapoca],
])("“%s” finds a city by a later word of its name", async (query, id) => {
  expect((await searchPlaces(query))[0]).toMatchObject({ id, matchedName: null });
});

test("places of one name come with their regions, the most populous first", async () => {
  const portlands = await searchPlaces("portland");
  expect(
    portlands.map(({ name, regionName, countryCode }) => `${name}, ${regionName}, ${countryCode}`),
  ).toEqual(["Portland, Oregon, US", "Portland, Maine, US", "Portland, Texas, US"]);
});

test("a name that is exactly the query comes before larger places that only begin with it", async () => {
  const names = (await searchPlaces("york")).map(({ name }) => name);
  expect(names).toEqual(["York", "New York City"]);
});

test("a place is found once, however many of its names begin with the query", async () => {
  const ids = (await searchPlaces("mos")).map(({ id }) => id);
  expect(ids).toEqual([placeIds.moscow]);
});

test.each([
  ["Portland, Maine", placeIds.portlandMaine],
  ["portland me", placeIds.portlandMaine],
  ["Springfield IL", placeIds.springfieldIllinois],
  ["London Canada", placeIds.londonOntario],
  ["Gent Belgium", placeIds.ghent],
  ["san jose costa rica", placeIds.sanJoseCostaRica],
  ["new york new york", placeIds.newYorkCity],
])("“%s” is read as a name and a region or country", async (query, id) => {
  const found = await searchPlaces(query);
  expect(found.map((place) => place.id)).toEqual([id]);
});

test("no more places are given than asked for", async () => {
  expect(await searchPlaces("s", 3)).toHaveLength(3);
});

test.each(["", "  ", "-", "%", "_", "Atlantis", "x".repeat(10_000)])(
  "“%s” finds nothing",
  async (query) => {
    expect(await searchPlaces(query)).toEqual([]);
  },
);

test("a place is known by its GeoNames id, and no other number is a place", async () => {
  expect(await findPlace(placeIds.ghent)).toMatchObject({
    name: "Ghent",
    regionName: "Flanders",
    countryCode: "BE",
  });
  expect(await findPlace(1)).toBeNull();
});
