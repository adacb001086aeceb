import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { prisma, type Transaction } from "@/lib/db";
import { raiseSiteVersion } from "@/lib/site-version";
import type { Prisma } from "@/prisma/generated/client";
import { readGeoNames, type GeoNamesPlace } from "@/prisma/seed/geonames";
import { insertPlaces } from "@/prisma/seed/insert-places";
import { addFirstSignatories, firstSignatoryIds } from "@/prisma/seed/signatories";

/** GeoNames ids of places that tests speak of. */
export const placeIds = {
  amsterdam: 2759794,
  newYorkCity: 5128581,
  losAngeles: 5368361,
  moscow: 524901,
  clujNapoca: 681290,
  ghent: 2797656,
  antwerp: 2803138,
  eindhoven: 2756253,
  springfieldMissouri: 4409896,
  springfieldIllinois: 4250542,
  springfieldMassachusetts: 4951788,
  portlandMaine: 4975802,
  portlandTexas: 4720131,
  londonOntario: 6058560,
  londonOhio: 4517009,
  sanJoseCostaRica: 3621849,
  sanJosePeru: 3692482,
  llanfairpwllgwyngyll: 2644080,
  tokyo: 1850147,
  cairo: 360630,
  beirut: 276781,
  saoPaulo: 3448439,
  reykjavik: 3413829,
  kyiv: 703448,
  zurich: 2657896,
  lodz: 3093133,
  xian: 1790630,
  laquila: 3175121,
  saintEtienne: 2980291,
  york: 2633352,
  istanbul: 745044,
  paris: 2988507,
  athensGeorgia: 4180386,
  kansasCityKansas: 4273837,
} as const;

let sample: Promise<GeoNamesPlace[]> | undefined;

/** A few dozen real places, as GeoNames has them. */
export const samplePlaces = (): Promise<GeoNamesPlace[]> => (sample ??= readSample());

/** Kept for the next test file: to read them from all places of the world takes a second. */
async function readSample(): Promise<GeoNamesPlace[]> {
  const wanted = new Set<number>([...firstSignatoryIds, ...Object.values(placeIds)]);
  const key = createHash("sha256")
    .update([...wanted].join())
    .digest("hex")
    .slice(0, 16);
  const file = `node_modules/.cache/sample-places-${key}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as GeoNamesPlace[];

  const places: GeoNamesPlace[] = [];
  for await (const place of readGeoNames()) if (wanted.has(place.id)) places.push(place);
  mkdirSync("node_modules/.cache", { recursive: true });
  // Renamed when it is whole, so that nobody reads the beginning of it.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(places));
  renameSync(`${file}.${process.pid}`, file);
  return places;
}

/**
 * A machine that is busy with other work takes longer than the five seconds that a transaction has.
 */
const patiently = { timeout: 60_000 };

let loaded: string | undefined;

/** The fingerprint of the sample places, once they are loaded. */
export const loadedPlaces = (): string | undefined => loaded;

export async function fingerprintOfPlaces(): Promise<string> {
  const [places] = await prisma.$queryRaw<[{ fingerprint: string }]>`
    SELECT md5(coalesce(string_agg(place::text, ',' ORDER BY id), '')) || (SELECT count(*) FROM place_name) AS fingerprint FROM place`;
  return places.fingerprint;
}

/** Loads a few dozen real places with all their names, as the seed loads all of them. */
export async function loadSamplePlaces(): Promise<void> {
  if (loaded !== undefined && loaded === (await fingerprintOfPlaces())) return;
  const places = await samplePlaces();
  await prisma.$transaction((tx) => insertPlaces(tx, places), patiently);
  loaded = await fingerprintOfPlaces();
}

type Rows = {
  city: Prisma.CityCreateManyInput[];
  signatory: Prisma.SignatoryCreateManyInput[];
  event: Prisma.EventCreateManyInput[];
};

/** What the first 26 signatories are in a database without cities, once they have been added. */
let first: Rows | undefined;

/** The first 26 signatories, over the sample places. By the commands once; then as they were. */
export async function addSampleSignatories(): Promise<void> {
  const isWithoutCities = (await prisma.city.count()) === 0;
  if (isWithoutCities && first) return prisma.$transaction(insertFirst(first), patiently);
  await prisma.$transaction(addFirstSignatories, patiently);
  if (isWithoutCities) first = await readFirst();
}

const readFirst = async (): Promise<Rows> => ({
  city: await prisma.city.findMany({ omit: { createdAt: true } }),
  signatory: await prisma.signatory.findMany({ omit: { createdAt: true } }),
  event: await prisma.event.findMany({
    where: { kind: "signatory_added" },
    omit: { id: true, at: true, detail: true },
    orderBy: { id: "asc" },
  }),
});

const insertFirst = (rows: Rows) => async (tx: Transaction) => {
  await tx.city.createMany({ data: rows.city });
  await tx.signatory.createMany({ data: rows.signatory });
  await tx.event.createMany({ data: rows.event });
  await raiseSiteVersion(tx);
};
