import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { prisma } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { datasets } from "@/lib/open-data/datasets";
import { jsonDocument } from "@/lib/open-data/json-document";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

const compress = promisify(gzip);

/** Keeps the month's first state of each dataset. Of several processes at once, one does it. */
export async function takeSnapshots(now: Date): Promise<number> {
  const month = isoDay(now).slice(0, 7);
  const missing = await missingIn(month);
  if (missing.length === 0) return 0;
  const data = await Promise.all(
    missing.map(async (dataset) => ({
      month,
      dataset: dataset.name,
      body: new Uint8Array(await compress(JSON.stringify(await jsonDocument(dataset)))),
      takenAt: now,
    })),
  );
  const taken = await prisma.$transaction(async (tx) => {
    const { count } = await tx.dataSnapshot.createMany({ data, skipDuplicates: true });
    if (count > 0) await raiseSiteVersion(tx);
    return count;
  });
  await refreshSiteVersion();
  return taken;
}

async function missingIn(month: string) {
  const taken = await prisma.dataSnapshot.findMany({ where: { month }, select: { dataset: true } });
  const isTaken = (name: string) => taken.some(({ dataset }) => dataset === name);
  return datasets.filter(({ name, snapshots }) => snapshots !== "none" && !isTaken(name));
}
