import { prisma, type Transaction } from "@/lib/db";
import { bulkLoad } from "@/prisma/seed/bulk-load";
import { readGeoNames, type GeoNamesPlace } from "@/prisma/seed/geonames";
import { insertPlaces } from "@/prisma/seed/insert-places";
import { addFirstSignatories } from "@/prisma/seed/signatories";

// Small batches: the memory that large ones take is not given back.
const placesInABatch = 250;
/** The places take half a minute; a machine that is busy with other work may take longer. */
const timeout = 15 * 60_000;

type Report = (progress: string) => void;

/**
 * Loads what the site begins with, each part once: the places of the world, then the first
 * signatories. A part that was cut short leaves nothing behind and is loaded again at the next
 * start.
 * @param report hears how far it is, in sentences
 */
export async function seed(
  report: Report,
  places: AsyncIterable<GeoNamesPlace> = readGeoNames(),
): Promise<void> {
  await loadOnce("places", (tx) => loadPlaces(tx, places, report));
  await loadOnce("first signatories", addFirstSignatories);
}

async function loadOnce(name: string, load: (tx: Transaction) => Promise<void>): Promise<void> {
  if (await prisma.seedPart.findUnique({ where: { name } })) return;
  await prisma.$transaction(
    async (tx) => {
      await tx.seedPart.create({ data: { name } });
      await load(tx);
    },
    { timeout },
  );
}

async function loadPlaces(
  tx: Transaction,
  places: AsyncIterable<GeoNamesPlace>,
  report: Report,
): Promise<void> {
  await bulkLoad(tx, "place_name", () => insertInBatches(tx, places, report));
  // The embedded database never gathers statistics by itself, and searches badly without.
  await tx.$executeRaw`ANALYZE place, place_name`;
}

async function insertInBatches(
  tx: Transaction,
  places: AsyncIterable<GeoNamesPlace>,
  report: Report,
): Promise<void> {
  let batch: GeoNamesPlace[] = [];
  let loaded = 0;
  for await (const place of places) {
    batch.push(place);
    if (batch.length < placesInABatch) continue;
    await insertPlaces(tx, batch);
    loaded += batch.length;
    batch = [];
    report(`Loading the places of the world: ${loaded.toLocaleString("en")}.`);
  }
  await insertPlaces(tx, batch);
}
