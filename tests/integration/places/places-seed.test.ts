import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { searchPlaces } from "@/lib/places/search";
import { seed } from "@/prisma/seed";
import { emptyDatabase } from "@/tests/support/database/reset";
import { placeIds, samplePlaces } from "@/tests/support/database/places";

beforeEach(emptyDatabase);

const quiet = () => undefined;

async function* places(count = Infinity) {
  yield* (await samplePlaces()).slice(0, count);
}

async function* placesUntilThePowerFails() {
  yield* places(10);
  throw new Error("The power failed.");
}

const searchIndexes = () =>
  prisma.$queryRaw`SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'place_name' ORDER BY indexname`;

test("a start loads the places and the first signatories, and the next start leaves them alone", async () => {
  await seed(quiet, places());
  await prisma.signatory.delete({ where: { cityId: placeIds.moscow } });
  await seed(quiet, placesUntilThePowerFails());

  expect(await prisma.place.count()).toBe((await samplePlaces()).length);
  expect(await prisma.signatory.count()).toBe(25);
});

test("a start that is cut short leaves nothing behind, and the next one loads everything", async () => {
  await expect(seed(quiet, placesUntilThePowerFails())).rejects.toThrow("The power failed.");
  expect(await prisma.place.count()).toBe(0);
  expect(await prisma.seedPart.count()).toBe(0);

  await seed(quiet, places());
  expect(await prisma.signatory.count()).toBe(26);
  expect((await searchPlaces("東京")).map(({ id }) => id)).toEqual([placeIds.tokyo]);
});

test("the search indexes are afterwards what the migrations made them", async () => {
  const before = await searchIndexes();
  await seed(quiet, places());
  expect(before).toHaveLength(3);
  expect(await searchIndexes()).toEqual(before);
});
