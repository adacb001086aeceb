import { beforeEach, expect, test } from "vitest";
import { ensureCity } from "@/lib/cities/commands";
import {
  findEndorsedCity,
  listEndorsedAreas,
  listEndorsedCitiesOnMap,
  listShownEndorsedCities,
  listTopEndorsedCities,
} from "@/lib/endorsements/city-progress/queries";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { prisma } from "@/lib/db";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const { ghent, antwerp, eindhoven, amsterdam } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

/** Residents with an address of their own each. */
async function residentsAsk(cityId: number, count: number): Promise<void> {
  for (let number = 1; number <= count; number++)
    await endorseAndConfirm({ cityId, email: `resident@street-${number}.example` });
}

test("a city has a page from the first resident who asks, and none any more when nobody asks", async () => {
  const token = await endorseAndConfirm();
  expect(await findEndorsedCity("ghent")).toMatchObject({
    name: "Ghent",
    countryCode: "BE",
    asks: 1,
    facts: { signatory: null, steps: [] },
  });
  await endEndorsement(token, "withdrawn");
  expect(await findEndorsedCity("ghent")).toBeNull();
});

test("a signatory is no asked-for city, nor is a city that only has an application", async () => {
  await endorseAndConfirm({ cityId: amsterdam });
  await prisma.$transaction((tx) => ensureCity(tx, antwerp));
  expect([
    await findEndorsedCity("amsterdam"),
    await findEndorsedCity("antwerp"),
    await findEndorsedCity("nowhere"),
  ]).toEqual([null, null, null]);
});

test("search engines are led to a city from the tenth resident on", async () => {
  await residentsAsk(ghent, 9);
  expect(await listShownEndorsedCities()).toEqual([]);
  await endorseAndConfirm({ cityId: ghent, email: "the.tenth@town.example" });
  expect(await listShownEndorsedCities()).toEqual([
    { slug: "ghent", changedOn: new Date(new Date().toISOString().slice(0, 10)) },
  ]);
});

test("maps have the cities whose number is shown, the most asked-for first or the nearest", async () => {
  await residentsAsk(ghent, 12);
  await residentsAsk(eindhoven, 10);
  await residentsAsk(antwerp, 9);
  const slugs = async (filter: Parameters<typeof listEndorsedCitiesOnMap>[0]) =>
    (await listEndorsedCitiesOnMap(filter)).map(({ slug }) => slug);
  expect(await slugs({ limit: 5 })).toEqual(["ghent", "eindhoven"]);
  expect(await slugs({ limit: 1 })).toEqual(["ghent"]);
  const utrecht = { cityId: amsterdam, latitude: 52.09, longitude: 5.12 };
  expect(await slugs({ near: utrecht, limit: 5 })).toEqual(["eindhoven", "ghent"]);
  expect(await slugs({ near: { ...utrecht, cityId: ghent }, limit: 5 })).toEqual(["eindhoven"]);
  expect((await listEndorsedCitiesOnMap({ limit: 1 }))[0]).toEqual({
    slug: "ghent",
    name: "Ghent",
    countryCode: "BE",
    latitude: expect.closeTo(51.05, 1) as number,
    longitude: expect.closeTo(3.72, 1) as number,
  });
});

test("the home page is given only cities whose number is shown, the most asked-for first", async () => {
  await residentsAsk(ghent, 10);
  await residentsAsk(antwerp, 9);
  await residentsAsk(eindhoven, 12);
  const namesOfTop = async (limit: number) =>
    (await listTopEndorsedCities(limit)).map(({ name }) => name);
  expect(await namesOfTop(6)).toEqual(["Eindhoven", "Ghent"]);
  expect(await namesOfTop(1)).toEqual(["Eindhoven"]);
});

test("the list can be narrowed to where cities are asked for", async () => {
  await residentsAsk(ghent, 2);
  await residentsAsk(antwerp, 1);
  await residentsAsk(eindhoven, 1);
  expect(await listEndorsedAreas("BE")).toEqual({
    countries: [
      { code: "BE", cities: 2 },
      { code: "NL", cities: 1 },
    ],
    regions: [{ name: "Flanders", cities: 2 }],
  });
  expect((await listEndorsedAreas()).regions).toEqual([]);
});
