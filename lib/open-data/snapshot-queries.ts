import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { prisma } from "@/lib/db";

const decompress = promisify(gunzip);

/** Newest month first. */
export const listSnapshots = (): Promise<{ month: string; dataset: string; takenAt: Date }[]> =>
  prisma.dataSnapshot.findMany({
    select: { month: true, dataset: true, takenAt: true },
    orderBy: [{ month: "desc" }, { dataset: "asc" }],
  });

/** The JSON document as it was stored. */
export async function readSnapshot(month: string, dataset: string): Promise<string | null> {
  const found = await prisma.dataSnapshot.findUnique({
    where: { month_dataset: { month, dataset } },
    select: { body: true },
  });
  return found && (await decompress(found.body)).toString();
}
