import { prisma } from "@/lib/db";
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

async function readSample(): Promise<GeoNamesPlace[]> {
  const wanted = new Set<number>([...firstSignatoryIds, ...Object.values(placeIds)]);
  const places: GeoNamesPlace[] = [];
  for await (const place of readGeoNames()) if (wanted.has(place.id)) places.push(place);
  return places;
}

/**
 * A machine that is busy with other work takes longer than the five seconds that a transaction has.
 */
const patiently = { timeout: 60_000 };

/** Loads a few dozen real places with all their names, as the seed loads all of them. */
export async function loadSamplePlaces(): Promise<void> {
  const places = await samplePlaces();
  await prisma.$transaction((tx) => insertPlaces(tx, places), patiently);
}

/** The first 26 signatories, over the sample places. */
export async function addSampleSignatories(): Promise<void> {
  await prisma.$transaction(addFirstSignatories, patiently);
}
