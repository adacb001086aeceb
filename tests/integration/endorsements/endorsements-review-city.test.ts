import { beforeEach, expect, test } from "vitest";
import { listCityNames, resolveReviewFilter, suggestCities } from "@/lib/endorsements/review-city";
import { prisma } from "@/lib/db";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const { ghent, portlandMaine, springfieldMissouri } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const fullName = async (cityId: number) => (await listCityNames([cityId])).get(cityId) ?? "";

test.each(["Ghent", "ghent, belgium", "Gent", "Gand, Belgium", String(ghent)])(
  "%s is read as Ghent, and written by its name",
  async (city) => {
    expect(await resolveReviewFilter({ city, state: "confirmed" })).toMatchObject({
      filter: { city: ghent, state: "confirmed" },
      searchParams: { city: await fullName(ghent), state: "confirmed" },
    });
  },
);

test("the name in full means its city alone, and what is written is read the same again", async () => {
  const name = await fullName(springfieldMissouri);
  const { searchParams } = (await resolveReviewFilter({ city: name })) as {
    searchParams: { city: string };
  };
  expect([name, searchParams.city]).toEqual(["Springfield, Missouri, United States", name]);
  expect(await resolveReviewFilter(searchParams)).toMatchObject({
    filter: { city: springfieldMissouri },
    cityName: name,
  });
});

test("a city is named as the coalition names it", async () => {
  expect(await resolveReviewFilter({ city: "Turin" })).toMatchObject({
    cityName: "Torino, Piedmont, Italy",
  });
  expect(await resolveReviewFilter({ city: "Torino, Piedmont, Italy" })).toMatchObject({
    cityName: "Torino, Piedmont, Italy",
  });
});

test("a name of several is asked about, and means nothing until one is chosen", async () => {
  const { filter, invalidFields, namesakes } = (await resolveReviewFilter({
    city: "Springfield",
  })) as {
    filter?: undefined;
    invalidFields: string[];
    namesakes: { name: string; city: string }[];
  };
  expect([filter, invalidFields, namesakes.map(({ name }) => name).sort()]).toEqual([
    undefined,
    ["city"],
    [
      "Springfield, Illinois, United States",
      "Springfield, Massachusetts, United States",
      "Springfield, Missouri, United States",
    ],
  ]);
  expect(namesakes.every(({ name, city }) => name === city)).toBe(true);
});

test("of several of a name, the one that residents have endorsed is meant", async () => {
  await endorseAndConfirm({ cityId: portlandMaine });
  expect(await resolveReviewFilter({ city: "Portland" })).toMatchObject({
    filter: { city: portlandMaine },
    searchParams: { city: "Portland, Maine, United States" },
  });
});

test("two places of one name in one region are told apart by their number alone", async () => {
  await prisma.place.update({
    where: { id: placeIds.springfieldIllinois },
    data: { regionName: "Missouri" },
  });
  const name = await fullName(springfieldMissouri);
  const { namesakes } = (await resolveReviewFilter({ city: name })) as {
    namesakes: { city: string }[];
  };
  expect(namesakes.map(({ city }) => city).sort()).toEqual(
    [placeIds.springfieldIllinois, springfieldMissouri].map(String).sort(),
  );
  expect(await resolveReviewFilter({ city: String(springfieldMissouri) })).toMatchObject({
    filter: { city: springfieldMissouri },
    searchParams: { city: String(springfieldMissouri) },
    cityName: name,
  });
});

test.each(["Atlantis", "0", "99999999999", "-1", "%"])(
  "%s is no city, and is not taken for all of them",
  async (city) => {
    expect(await resolveReviewFilter({ city })).toEqual({ invalidFields: ["city"], namesakes: [] });
  },
);

test("nothing typed means every city", async () => {
  expect(await resolveReviewFilter({ city: " " })).toMatchObject({
    filter: { state: "held" },
    searchParams: { state: "held" },
    cityName: null,
  });
});

test("the field suggests the cities that residents ask for, those with most first", async () => {
  for (const name of ["one", "two"])
    await endorseAndConfirm({ email: `${name}@portland.example`, cityId: portlandMaine });
  await endorseAndConfirm({ email: "held@ghent.example" }, { suspicions: ["too_fast"] });
  expect(await suggestCities()).toEqual(["Portland, Maine, United States", await fullName(ghent)]);
});
