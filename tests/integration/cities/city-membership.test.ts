import { beforeEach, expect, test } from "vitest";
import { addSignatory, ensureCity } from "@/lib/cities/commands";
import { findMembership } from "@/lib/cities/membership";
import { findCity } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const { ghent, antwerp } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const sign = (cityId: number, name: string, day: string) =>
  prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId);
    await addSignatory(tx, {
      cityId,
      name,
      signedOn: new Date(day),
      applicationId: null,
      declarationVersion: "2018",
    });
  });

async function membershipOf(slug: string) {
  const city = await findCity(slug);
  if (!city) throw new Error(`${slug} is no member.`);
  return findMembership(city);
}

test("the founders came first, and the cities of 28 March 2019 together after them", async () => {
  expect(await membershipOf("amsterdam")).toEqual({ earlier: 0, sameDay: 3, compatriots: [] });
  expect(await membershipOf("tirana")).toMatchObject({ earlier: 3, sameDay: 23 });
});

test("a city that signs alone comes after all before it", async () => {
  await sign(antwerp, "Antwerp", "2026-11-21");
  await sign(ghent, "Ghent", "2026-11-20");
  expect(await membershipOf("ghent")).toEqual({
    earlier: 26,
    sameDay: 1,
    compatriots: [{ slug: "antwerp", name: "Antwerp" }],
  });
  expect(await membershipOf("antwerp")).toMatchObject({ earlier: 27, sameDay: 1 });
});

test("the members of a country stand in the order of their names", async () => {
  const { compatriots } = await membershipOf("milan");
  expect(compatriots.map(({ name }) => name)).toEqual(["Torino"]);
  expect((await membershipOf("new-york-city")).compatriots.map(({ name }) => name)).toEqual([
    ...["Austin", "Cary", "Chicago", "Kansas City"],
    ...["Los Angeles", "Philadelphia", "Portland", "San Jose"],
  ]);
});
