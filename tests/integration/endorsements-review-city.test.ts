import { beforeEach, expect, test } from "vitest";
import { listCityNames, readReview, suggestCities } from "@/lib/endorsements/review-city";
import { prisma } from "@/lib/db";
import { askAndConfirm } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";

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
    expect(await readReview({ city, state: "confirmed" })).toMatchObject({
      filter: { city: ghent, state: "confirmed" },
      questions: { city: await fullName(ghent), state: "confirmed" },
    });
  },
);

test("the name in full means its city alone, and what is written is read the same again", async () => {
  const name = await fullName(springfieldMissouri);
  const { questions } = (await readReview({ city: name })) as { questions: { city: string } };
  expect([name, questions.city]).toEqual(["Springfield, Missouri, United States", name]);
  expect(await readReview(questions)).toMatchObject({
    filter: { city: springfieldMissouri },
    cityName: name,
  });
});

test("a city is named as the coalition names it", async () => {
  expect(await readReview({ city: "Turin" })).toMatchObject({
    cityName: "Torino, Piedmont, Italy",
  });
  expect(await readReview({ city: "Torino, Piedmont, Italy" })).toMatchObject({
    cityName: "Torino, Piedmont, Italy",
  });
});

test("a name of several is asked about, and means nothing until one is chosen", async () => {
  const { filter, wrong, namesakes } = (await readReview({ city: "Springfield" })) as {
    filter?: undefined;
    wrong: string[];
    namesakes: { name: string; city: string }[];
  };
  expect([filter, wrong, namesakes.map(({ name }) => name).sort()]).toEqual([
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
  await askAndConfirm({ cityId: portlandMaine });
  expect(await readReview({ city: "Portland" })).toMatchObject({
    filter: { city: portlandMaine },
    questions: { city: "Portland, Maine, United States" },
  });
});

test("two places of one name in one region are told apart by their number alone", async () => {
  await prisma.place.update({
    where: { id: placeIds.springfieldIllinois },
    data: { regionName: "Missouri" },
  });
  const name = await fullName(springfieldMissouri);
  const { namesakes } = (await readReview({ city: name })) as { namesakes: { city: string }[] };
  expect(namesakes.map(({ city }) => city).sort()).toEqual(
    [placeIds.springfieldIllinois, springfieldMissouri].map(String).sort(),
  );
  expect(await readReview({ city: String(springfieldMissouri) })).toMatchObject({
    filter: { city: springfieldMissouri },
    questions: { city: String(springfieldMissouri) },
    cityName: name,
  });
});

test.each(["Atlantis", "0", "99999999999", "-1", "%"])(
  "%s is no city, and is not taken for all of them",
  async (city) => {
    expect(await readReview({ city })).toEqual({ wrong: ["city"], namesakes: [] });
  },
);

test("nothing typed means every city", async () => {
  expect(await readReview({ city: " " })).toMatchObject({
    filter: { state: "held" },
    questions: { state: "held" },
    cityName: null,
  });
});

test("the field suggests the cities that residents ask for, those with most first", async () => {
  for (const name of ["one", "two"])
    await askAndConfirm({ email: `${name}@portland.example`, cityId: portlandMaine });
  await askAndConfirm({ email: "held@ghent.example" }, { suspicions: ["too_fast"] });
  expect(await suggestCities()).toEqual(["Portland, Maine, United States", await fullName(ghent)]);
});
