import { addSignatory, ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { readGeoNames, type GeoNamesPlace } from "@/prisma/seed/geonames";
import { insertPlaces } from "@/prisma/seed/insert-places";
import { addFirstSignatories, firstSignatoryIds } from "@/prisma/seed/signatories";

const declarationVersion = "2018";
const signedOn = new Date("2020-01-07");
const placesInABatch = 250;

/** The first signatories' places and the largest others of the world, the largest first. */
export async function loadLargestPlaces(count: number): Promise<GeoNamesPlace[]> {
  const all: GeoNamesPlace[] = [];
  for await (const place of readGeoNames()) all.push(place);
  const first = new Set<number>(firstSignatoryIds);
  const largest = all
    .filter(({ id }) => !first.has(id))
    .sort((one, other) => other.population - one.population)
    .slice(0, count);
  const places = [...all.filter(({ id }) => first.has(id)), ...largest];
  for (let from = 0; from < places.length; from += placesInABatch) {
    const batch = places.slice(from, from + placesInABatch);
    await prisma.$transaction((tx) => insertPlaces(tx, batch));
  }
  await prisma.$transaction(addFirstSignatories, { timeout: 60_000 });
  await prisma.seedPart.createMany({ data: [{ name: "places" }, { name: "first signatories" }] });
  return largest;
}

/** Lets these places sign, for the measurement only. */
export async function sign(places: GeoNamesPlace[]): Promise<void> {
  for (const { id } of places) {
    await prisma.$transaction(async (tx) => {
      const { name } = await ensureCity(tx, id);
      await addSignatory(tx, {
        cityId: id,
        name,
        signedOn,
        applicationId: null,
        declarationVersion,
      });
    });
  }
}

export async function listCityPaths(): Promise<string[]> {
  const cities = await prisma.city.findMany({
    where: { signatory: { isNot: null } },
    select: { slug: true },
    orderBy: { id: "asc" },
  });
  return cities.map(({ slug }) => `/en/cities/${slug}`);
}
