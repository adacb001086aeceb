import { beforeEach, expect, test } from "vitest";
import { addSignatory, ensureCity, removeSignatory } from "@/lib/cities/commands";
import {
  countCountries,
  countSignatories,
  findCity,
  isSignatory,
  listSignatories,
  nearestSignatories,
} from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const signedOn = new Date("2026-11-02");

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const ensure = (placeId: number) => prisma.$transaction((tx) => ensureCity(tx, placeId));

const sign = (cityId: number, name: string) =>
  prisma.$transaction((tx) =>
    addSignatory(tx, { cityId, name, signedOn, applicationId: null, declarationVersion: "2018" }),
  );

const names = async (filter: Parameters<typeof listSignatories>[0]) =>
  (await listSignatories(filter)).map(({ name }) => name);

test("the list has the first 26 signatories in alphabetical order, three of them founders", async () => {
  const signatories = await listSignatories();
  expect(signatories).toHaveLength(26);
  expect([await countSignatories(), await countCountries()]).toEqual([26, 15]);
  expect(signatories[0]).toMatchObject({
    name: "Amsterdam",
    countryCode: "NL",
    signedOn: new Date("2018-11-14"),
    isFounder: true,
  });
  expect(signatories.filter(({ isFounder }) => isFounder).map(({ name }) => name)).toEqual([
    "Amsterdam",
    "Barcelona",
    "New York City",
  ]);
  const others = signatories.filter(({ isFounder }) => !isFounder);
  expect(others).toHaveLength(23);
  expect(
    others.every(
      ({ signedOn, announcedOn }) =>
        signedOn === null && announcedOn?.toISOString().startsWith("2019-03-28"),
    ),
  ).toBe(true);
});

test("each of the first 26 has signed the five principles of 2018", async () => {
  const versions = await prisma.signatory.groupBy({ by: ["declarationVersion"], _count: true });
  expect(versions).toEqual([{ declarationVersion: "2018", _count: 26 }]);
});

test("no city comes onto the list without a day on which it signed or was announced", async () => {
  const { id } = await ensure(placeIds.ghent);
  const undated = prisma.$transaction((tx) =>
    addSignatory(tx, {
      cityId: id,
      name: "Ghent",
      applicationId: null,
      declarationVersion: "2018",
    }),
  );
  await expect(undated).rejects.toThrow("signatory_is_dated");
});

test("a signatory is found by its name in any language", async () => {
  expect(await names({ query: "wien" })).toEqual(["Vienna"]);
  expect(await names({ query: "Москва" })).toEqual(["Moscow"]);
  expect(await names({ query: "turin" })).toEqual(["Torino"]);
  expect(await names({ query: "angeles" })).toEqual(["Los Angeles"]);
});

test("the list is narrowed by country, by year, and by both with a name", async () => {
  expect(await names({ country: "ES" })).toEqual(["Barcelona", "Zaragoza"]);
  expect(await names({ year: 2018 })).toEqual(["Amsterdam", "Barcelona", "New York City"]);
  expect(await names({ year: 2019, country: "ES" })).toEqual(["Zaragoza"]);
  expect(await names({ query: "barcelona", year: 2019 })).toEqual([]);
  expect(await names({ year: 2024 })).toEqual([]);
});

test("the cities of the facts have the plain slugs, later namesakes add region or country", async () => {
  expect((await listSignatories()).map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(["portland", "san-jose", "london", "kansas-city", "torino"]),
  );
  expect(await ensure(placeIds.portlandMaine)).toMatchObject({ slug: "portland-maine" });
  expect(await ensure(placeIds.londonOntario)).toMatchObject({ slug: "london-canada" });
  expect(await ensure(placeIds.sanJoseCostaRica)).toMatchObject({ slug: "san-jose-costa-rica" });
  expect(await ensure(placeIds.ghent)).toEqual({
    id: placeIds.ghent,
    slug: "ghent",
    name: "Ghent",
  });
});

test("a city keeps its slug when it is asked for again, and there is none without a place", async () => {
  const first = await ensure(placeIds.springfieldIllinois);
  expect(await ensure(placeIds.springfieldMissouri)).toMatchObject({
    slug: "springfield-missouri",
  });
  expect(await ensure(placeIds.springfieldIllinois)).toEqual(first);
  await expect(ensure(1)).rejects.toThrow("no place");
});

test("applications for one city at once make one city, and namesakes at once get slugs of their own", async () => {
  const ghents = await Promise.all([1, 2, 3, 4].map(() => ensure(placeIds.ghent)));
  expect(new Set(ghents.map(({ slug }) => slug))).toEqual(new Set(["ghent"]));

  const springfields = await Promise.all(
    [
      placeIds.springfieldIllinois,
      placeIds.springfieldMissouri,
      placeIds.springfieldMassachusetts,
    ].map(ensure),
  );
  expect(new Set(springfields.map(({ slug }) => slug)).size).toBe(3);
});

test("a city that nobody has signed for is not found", async () => {
  await ensure(placeIds.ghent);
  expect(await isSignatory(placeIds.ghent)).toBe(false);
  expect(await findCity("ghent")).toBeNull();
  expect(await findCity("atlantis")).toBeNull();
  await ensure(placeIds.tokyo);
  expect(await countCountries()).toBe(15);
});

test("Ghent joins under its public name and leaves again", async () => {
  const { id } = await ensure(placeIds.ghent);
  await sign(id, "City of Ghent");
  expect(await findCity("ghent")).toMatchObject({
    cityId: id,
    name: "City of Ghent",
    regionName: "Flanders",
    signedOn,
    isFounder: false,
  });
  expect(await names({ query: "gand" })).toEqual(["City of Ghent"]);

  await prisma.$transaction((tx) => removeSignatory(tx, id));
  expect(await findCity("ghent")).toBeNull();
  expect(
    await prisma.event.findMany({
      where: { cityId: id },
      select: { kind: true },
      orderBy: { id: "asc" },
    }),
  ).toEqual([{ kind: "signatory_added" }, { kind: "signatory_removed" }]);
});

test("a city cannot sign twice", async () => {
  await expect(sign(placeIds.amsterdam, "Amsterdam")).rejects.toThrow();
  expect(await countSignatories()).toBe(26);
});

test("the nearest members of Torino are Milan and Grenoble, never Torino itself", async () => {
  const torino = await findCity("torino");
  const nearest = torino ? await nearestSignatories(torino, 2) : [];
  expect(nearest.map(({ name, kilometres }) => [name, Math.round(kilometres)])).toEqual([
    ["Milan", 125],
    ["Grenoble", 155],
  ]);
});
