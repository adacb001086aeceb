import { beforeEach, describe, expect, test } from "vitest";
import { ensureCity } from "@/lib/cities/commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import {
  countEndorsements,
  countHeldEndorsements,
  findEndorsablePlace,
  listDailyCounts,
  listHeldEndorsements,
  listMostEndorsedCities,
  listNewsReaders,
  listPublicNames,
} from "@/lib/endorsements/queries";
import { findSubmissionByKey, findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, residentOfGhent } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const { ghent, antwerp, eindhoven, amsterdam, newYorkCity, tokyo } = placeIds;
const monday = new Date("2026-11-23T10:00:00Z");
const hoursLater = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
const midnight = (date: Date) => new Date(date.toISOString().slice(0, 10));

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

let residents = 0;
/** Each with an address of its own. */
const resident = (changes: object = {}) => ({
  email: `resident@street-${++residents}.example`,
  ...changes,
});

/** So many endorse, as far as the numbers tell. */
async function recordEndorsements(
  cityId: number,
  added: number,
  removed = 0,
  day = midnight(monday),
): Promise<void> {
  await prisma.$transaction((tx) => ensureCity(tx, cityId));
  await prisma.endorsementTally.create({ data: { cityId, kind: "asks", day, added, removed } });
}

describe("the numbers of a city", () => {
  test("are what was added less what was removed, since the first day of all", async () => {
    await recordEndorsements(ghent, 3, 1);
    await recordEndorsements(ghent, 4, 0, new Date("2026-11-20"));
    await recordEndorsements(antwerp, 50);
    await prisma.endorsementTally.create({
      data: { cityId: ghent, kind: "thanks", day: new Date("2026-11-25"), added: 2, removed: 1 },
    });
    expect(await countEndorsements(ghent)).toEqual({
      asks: 6,
      thanks: 1,
      since: new Date("2026-11-20"),
    });
    expect(await countEndorsements(tokyo)).toEqual({ asks: 0, thanks: 0, since: null });
  });

  test("are listed by the day, oldest first, the thanks apart", async () => {
    await recordEndorsements(ghent, 1);
    await recordEndorsements(ghent, 4, 2, new Date("2026-11-20"));
    await recordEndorsements(antwerp, 9);
    expect(await listDailyCounts(ghent)).toEqual([
      { day: new Date("2026-11-20"), added: 4, removed: 2 },
      { day: midnight(monday), added: 1, removed: 0 },
    ]);
    expect(await listDailyCounts(ghent, "thanks")).toEqual([]);
  });
});

describe("the most asked-for cities", () => {
  const names = async (filter?: Parameters<typeof listMostEndorsedCities>[0]) =>
    (await listMostEndorsedCities(filter)).cities.map(({ name }) => name);

  test("come with their place, their number and since when", async () => {
    await recordEndorsements(ghent, 12, 1);
    expect(await listMostEndorsedCities()).toEqual({
      cities: [
        {
          cityId: ghent,
          slug: "ghent",
          name: "Ghent",
          regionName: "Flanders",
          countryCode: "BE",
          asks: 11,
          since: midnight(monday),
        },
      ],
      total: 1,
    });
  });

  test("are in the order of their numbers from ten on, below in that of their names", async () => {
    await recordEndorsements(tokyo, 9);
    await recordEndorsements(antwerp, 2);
    await recordEndorsements(ghent, 10);
    await recordEndorsements(eindhoven, 11);
    expect(await names()).toEqual(["Eindhoven", "Ghent", "Antwerp", "Tokyo"]);
  });

  test("are no signatories, and none where nobody asks any more", async () => {
    await addSampleSignatories();
    await recordEndorsements(amsterdam, 20);
    await recordEndorsements(ghent, 20, 20);
    expect(await listMostEndorsedCities()).toEqual({ cities: [], total: 0 });
  });

  test("are narrowed by country and region, and come page by page with the number of all", async () => {
    await recordEndorsements(ghent, 30);
    await recordEndorsements(antwerp, 20);
    await recordEndorsements(eindhoven, 10);
    expect([
      await names({ country: "NL" }),
      await names({ region: "Flanders" }),
      await names({ country: "NL", region: "Flanders" }),
    ]).toEqual([["Eindhoven"], ["Ghent", "Antwerp"], []]);
    expect(await names({ limit: 2 })).toEqual(["Ghent", "Antwerp"]);
    expect(await listMostEndorsedCities({ limit: 2, page: 2 })).toMatchObject({
      cities: [{ name: "Eindhoven" }],
      total: 3,
    });
    expect(await listMostEndorsedCities({ limit: 2, page: 3 })).toEqual({ cities: [], total: 0 });
  });
});

describe("names and readers", () => {
  test("are shown newest first, of those who count, have a name and wish it to be seen", async () => {
    const shown = (name: string | null, changes: object = {}) =>
      resident({ name, isNamePublic: true, ...changes });
    await endorseAndConfirm(shown("First"), {}, monday);
    await endorseAndConfirm(shown("Third"), {}, hoursLater(2));
    await endorseAndConfirm(shown("Second"), {}, hoursLater(1));
    await endorseAndConfirm(shown(null), {}, monday);
    await endorseAndConfirm(shown("Hidden", { isNamePublic: false }), {}, monday);
    await endorseAndConfirm(shown("Held"), { suspicions: ["honeypot"] }, monday);
    await endorseAndConfirm(shown("Elsewhere", { cityId: antwerp }), {}, monday);
    await endorse(shown("Unconfirmed"), {}, monday);
    expect(await listPublicNames(ghent, "asks")).toEqual(["Third", "Second", "First"]);
    expect(await listPublicNames(ghent, "asks", 2)).toEqual(["Third", "Second"]);
    expect(await listPublicNames(ghent, "thanks")).toEqual([]);
  });

  test("hear of news in batches, those who count and wish to hear", async () => {
    const wishes = (changes: object = {}) => resident({ wantsNews: true, ...changes });
    for (let number = 1; number <= 3; number++) await endorseAndConfirm(wishes());
    await endorseAndConfirm(wishes({ wantsNews: false }));
    await endorseAndConfirm(wishes({ cityId: antwerp }));
    await endorseAndConfirm(wishes(), { suspicions: ["honeypot"] });
    await endorse(wishes());
    await choose(await endorseAndConfirm(wishes({ email: "stopped@ghent.example" })), "stopMails");
    await prisma.endorsement.updateMany({
      where: { email: "stopped@ghent.example" },
      data: { wantsNews: true },
    });
    await endorseAndConfirm(wishes({ email: "gone@ghent.example" }));
    await prisma.endorsement.updateMany({
      where: { email: "gone@ghent.example" },
      data: { email: null },
    });
    const all = await listNewsReaders(ghent);
    expect(all.map((reader) => reader.email).sort()).toEqual(
      (await prisma.endorsement.findMany({ orderBy: { submittedAt: "asc" }, take: 3 }))
        .map(({ email }) => email)
        .sort(),
    );
    expect(all[0]).toEqual({
      id: expect.any(String) as string,
      kind: "asks",
      locale: "en",
      email: all[0]?.email,
    });
    const first = await listNewsReaders(ghent, undefined, 2);
    const rest = await listNewsReaders(ghent, first[1]?.id, 2);
    expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
  });
});

describe("what waits for staff", () => {
  beforeEach(async () => {
    await endorseAndConfirm(
      resident({ email: "second@town.example" }),
      { suspicions: ["too_fast"] },
      hoursLater(1),
    );
    await endorseAndConfirm(
      resident({ email: "first@town.example", cityId: antwerp }),
      { suspicions: ["honeypot", "too_fast"] },
      monday,
    );
    await endorseAndConfirm(
      resident({ email: "third@town.example" }),
      { suspicions: ["honeypot"] },
      hoursLater(2),
    );
    await endorseAndConfirm(resident(), {}, monday);
  });

  const held = async (filter?: Parameters<typeof listHeldEndorsements>[0]) =>
    (await listHeldEndorsements(filter)).map(({ email }) => email?.split("@")[0]);

  test("is listed with the longest waiting first, by city and by reason, page by page", async () => {
    expect(await held()).toEqual(["first", "second", "third"]);
    expect([
      await held({ cityId: ghent }),
      await held({ reason: "honeypot" }),
      await held({ cityId: ghent, reason: "honeypot" }),
    ]).toEqual([["second", "third"], ["first", "third"], ["third"]]);
    expect([await held({ limit: 2 }), await held({ limit: 2, page: 2 })]).toEqual([
      ["first", "second"],
      ["third"],
    ]);
    expect([
      await countHeldEndorsements(),
      await countHeldEndorsements({ cityId: ghent }),
      await countHeldEndorsements({ reason: "honeypot" }),
    ]).toEqual([3, 2, 2]);
  });

  test("comes with what staff decide by", async () => {
    expect((await listHeldEndorsements({ cityId: antwerp }))[0]).toMatchObject({
      ...{
        kind: "asks",
        placeId: antwerp,
        email: "first@town.example",
        name: residentOfGhent.name,
        heldFor: ["honeypot", "too_fast"],
        submittedAt: monday,
        confirmedAt: monday,
      },
      place: { name: "Antwerp", regionName: "Flanders", countryCode: "BE" },
    });
  });
});

describe("an endorsement", () => {
  test("is shown to the reader of its mail with all that is kept, and to nobody after it has ended", async () => {
    const token = await endorseAndConfirm({ isNamePublic: true, wantsNews: true }, {}, monday);
    expect(await findEndorsementByToken(token)).toMatchObject({
      ...{
        kind: "asks",
        state: "confirmed",
        placeId: ghent,
        locale: "en",
        email: residentOfGhent.email,
        name: residentOfGhent.name,
        isNamePublic: true,
        wantsNews: true,
      },
      ...{
        declarationVersion: residentOfGhent.declarationVersion,
        hasStoppedMails: false,
        heldFor: [],
        submittedAt: monday,
        confirmedAt: monday,
      },
      place: {
        id: ghent,
        name: "Ghent",
        regionName: "Flanders",
        countryCode: "BE",
        city: { name: "Ghent", slug: "ghent", signatory: null },
      },
    });
    await endEndorsement(token, "deleted");
    expect(await findEndorsementByToken(token)).toBeNull();
  });

  test("tells whoever has its address only what and whether it looked wrong", async () => {
    const statusKey = await endorse({}, { suspicions: ["too_fast"] });
    const found = await findSubmissionByKey(statusKey);
    expect(found).toEqual({ cityId: ghent, cityName: "Ghent", heldFor: ["too_fast"] });
    expect(await findSubmissionByKey("of another endorsement")).toBeNull();
  });

  test("is thanks where the city has signed, under its public name", async () => {
    await addSampleSignatories();
    expect(await findEndorsablePlace(newYorkCity)).toMatchObject({
      publicName: "New York City",
      kind: "thanks",
      countryCode: "US",
    });
    expect(await findEndorsablePlace(ghent)).toMatchObject({
      publicName: "Ghent",
      kind: "asks",
    });
    await prisma.$transaction((tx) => ensureCity(tx, ghent, "Gent"));
    expect(await findEndorsablePlace(ghent)).toMatchObject({
      name: "Ghent",
      publicName: "Gent",
      kind: "asks",
    });
    expect(await findEndorsablePlace(1)).toBeNull();
  });
});
