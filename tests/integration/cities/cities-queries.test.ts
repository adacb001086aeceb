import { beforeEach, expect, test } from "vitest";
import { addSignatory, ensureCity, removeSignatory } from "@/lib/cities/commands";
import {
  countAnnouncedSignatories,
  countCountries,
  countSignatories,
  findCity,
  isSignatory,
  listListingTimes,
  listSignatories,
  nearestSignatories,
} from "@/lib/cities/queries";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickAllEvidence,
} from "@/tests/support/applications/review";

const { ghent, antwerp, eindhoven, tokyo } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

type Dates = { signedOn?: Date; announcedOn?: Date };

const sign = (
  cityId: number,
  name: string,
  dates: Dates = { signedOn: new Date("2026-11-02") },
  staffId?: string,
) =>
  prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId);
    await addSignatory(tx, {
      cityId,
      name,
      ...dates,
      applicationId: null,
      declarationVersion: "2018",
      staffId,
    });
  });

const names = async (filter: Parameters<typeof listSignatories>[0]) =>
  (await listSignatories(filter)).map(({ name }) => name);

test("a signatory is listed with its place, its dates and whether it was a founder", async () => {
  await sign(ghent, "City of Ghent");
  const [listed] = await listSignatories();
  expect(listed).toEqual({
    ...{
      cityId: ghent,
      slug: "ghent",
      name: "City of Ghent",
      regionName: "Flanders",
      countryCode: "BE",
      isFounder: false,
    },
    ...{
      latitude: expect.closeTo(51.05, 1) as number,
      longitude: expect.closeTo(3.72, 1) as number,
      signedOn: new Date("2026-11-02"),
      announcedOn: null,
    },
  });
});

test("signatories stand in the order of their names in English, whatever accents they have", async () => {
  for (const [cityId, name] of [
    [tokyo, "Zürich"],
    [antwerp, "Žilina"],
    [ghent, "Ålesund"],
    [eindhoven, "Bergen"],
  ] as const)
    await sign(cityId, name);
  expect(await names({})).toEqual(["Ålesund", "Bergen", "Žilina", "Zürich"]);
});

test("a year is the one in which a city signed, to its first and last day; of an announcement only where no more is known", async () => {
  await sign(ghent, "First of January", { signedOn: new Date("2025-01-01") });
  await sign(antwerp, "Last of December", { signedOn: new Date("2025-12-31") });
  await sign(tokyo, "Announced", { announcedOn: new Date("2025-03-28") });
  await sign(eindhoven, "Signed after it was announced", {
    signedOn: new Date("2026-01-01"),
    announcedOn: new Date("2025-03-28"),
  });
  expect([
    await names({ year: 2025 }),
    await names({ year: 2026 }),
    await names({ year: 2024 }),
  ]).toEqual([
    ["Announced", "First of January", "Last of December"],
    ["Signed after it was announced"],
    [],
  ]);
});

test("an area has its southern and western edges and not its northern and eastern ones", async () => {
  await sign(ghent, "Ghent");
  const { latitude, longitude } = await prisma.place.findUniqueOrThrow({ where: { id: ghent } });
  const area = (south: number, west: number, north: number, east: number) =>
    names({ area: [south, west, north, east].join(",") });
  expect(await area(latitude, longitude, latitude + 1, longitude + 1)).toEqual(["Ghent"]);
  expect([
    await area(latitude - 1, longitude - 1, latitude, longitude + 1),
    await area(latitude - 1, longitude - 1, latitude + 1, longitude),
  ]).toEqual([[], []]);
  expect([
    await area(latitude + 0.1, longitude, latitude + 1, longitude + 1),
    await area(latitude, longitude + 0.1, latitude + 1, longitude + 1),
  ]).toEqual([[], []]);
});

test("an approved city's page has its people and its declaration", async () => {
  const staffId = await hireReviewer();
  const id = await submitConfirmed({
    submissionKey: "00000000-0000-4000-8000-000000000001",
    isDecisionPublic: true,
  });
  await tickAllEvidence(await openReview(id, staffId));
  await approveApplication(await openReview(id, staffId), {
    name: "Ghent",
    signedOn: new Date("2026-11-20"),
    message: null,
  });
  await sign(antwerp, "Antwerp");
  expect([await countAnnouncedSignatories(), await countSignatories()]).toEqual([1, 2]);
  const city = await findCity("ghent");
  expect(city).toMatchObject({
    cityId: ghent,
    slug: "ghent",
    countryCode: "BE",
    population: expect.any(Number) as number,
    declarationVersion: "2018",
    decision: {
      body: answersOfGhent.mandateBody,
      date: new Date("2026-10-19"),
      url: answersOfGhent["mandateUrl-address"],
    },
  });
});

test("for search engines there is the time at which each came onto the list, and its address", async () => {
  const before = new Date();
  await sign(antwerp, "Antwerp");
  await sign(ghent, "Ghent");
  const listed = await listListingTimes();
  expect(listed.map(({ slug }) => slug)).toEqual(["ghent", "antwerp"]);
  for (const { listedAt } of listed)
    expect(listedAt.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1_000);
});

test("one city signs and leaves, and others are what they were", async () => {
  await sign(antwerp, "Antwerp");
  await sign(ghent, "Ghent");
  expect([await isSignatory(ghent), await isSignatory(tokyo), await countSignatories()]).toEqual([
    true,
    false,
    2,
  ]);
  await prisma.$transaction((tx) => ensureCity(tx, tokyo));
  expect(await countCountries()).toBe(1);
  await prisma.$transaction((tx) => removeSignatory(tx, ghent));
  expect([await isSignatory(ghent), await isSignatory(antwerp), await countSignatories()]).toEqual([
    false,
    true,
    1,
  ]);
});

test("who put a city on the list and took it off is written down: staff by name, the site itself as the system", async () => {
  const staffId = await hireReviewer();
  await sign(ghent, "Ghent", undefined, staffId);
  await prisma.$transaction((tx) => removeSignatory(tx, ghent, staffId));
  await sign(antwerp, "Antwerp");
  await prisma.$transaction((tx) => removeSignatory(tx, antwerp));
  const events = await prisma.event.findMany({
    orderBy: { id: "asc" },
    select: { kind: true, actor: true, staffId: true, cityId: true, applicationId: true },
  });
  expect(events).toEqual([
    { kind: "signatory_added", actor: "staff", staffId, cityId: ghent, applicationId: null },
    { kind: "signatory_removed", actor: "staff", staffId, cityId: ghent, applicationId: null },
    {
      kind: "signatory_added",
      actor: "system",
      staffId: null,
      cityId: antwerp,
      applicationId: null,
    },
    {
      kind: "signatory_removed",
      actor: "system",
      staffId: null,
      cityId: antwerp,
      applicationId: null,
    },
  ]);
});

test("the nearest are told by how far they are, on the other side of the world too, as many as are asked for", async () => {
  await addSampleSignatories();
  await sign(ghent, "Ghent");
  const from = await prisma.place.findUniqueOrThrow({
    where: { id: ghent },
    select: { latitude: true, longitude: true },
  });
  const all = await nearestSignatories({ cityId: ghent, ...from }, 100);
  expect(all).toHaveLength(26);
  expect(all.map(({ kilometres }) => kilometres)).toEqual(
    all.map(({ kilometres }) => kilometres).sort((one, other) => one - other),
  );
  expect(all.slice(0, 2).map(({ name }) => name)).toEqual(["Amsterdam", "London"]);
  expect((await nearestSignatories({ cityId: ghent, ...from }, 2)).map(({ slug }) => slug)).toEqual(
    ["amsterdam", "london"],
  );
});

test("a city under a name of its own gets its slug from it, and namesakes of one country their region", async () => {
  const ensure = (placeId: number, name?: string) =>
    prisma.$transaction((tx) => ensureCity(tx, placeId, name));
  expect(await ensure(ghent, "Gent")).toEqual({ id: ghent, slug: "gent", name: "Gent" });
  expect(await ensure(placeIds.londonOntario)).toMatchObject({ slug: "london" });
  expect(await ensure(placeIds.londonOhio)).toMatchObject({
    slug: "london-united-states",
    name: "London",
  });
  expect(await ensure(placeIds.portlandMaine)).toMatchObject({ slug: "portland" });
  expect(await ensure(placeIds.portlandTexas)).toMatchObject({ slug: "portland-texas" });
  for (const [placeId, slug] of [
    [2980291, "twin"],
    [2996944, "twin-auvergne-rhone-alpes"],
    [3014728, "twin-3014728"],
  ] as const)
    expect(await ensure(placeId, "Twin")).toMatchObject({ slug });
  await expect(ensure(1)).rejects.toThrow("There is no place with the GeoNames id 1.");
});
