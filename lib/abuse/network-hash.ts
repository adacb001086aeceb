import { createHmac, randomBytes } from "node:crypto";
import { deleteCountsBefore } from "@/lib/abuse/rate-limit";
import { prisma } from "@/lib/db";
import { startOfDay } from "@/lib/durations";

/** Keyed with a daily salt: once that is destroyed, hashing all networks finds no match. */
export async function hashNetwork(network: string, now: Date): Promise<string> {
  return createHmac("sha256", await saltOf(now))
    .update(network)
    .digest("hex");
}

async function saltOf(now: Date): Promise<string> {
  const day = startOfDay(now);
  const known = await prisma.networkSalt.findUnique({ where: { day } });
  if (known) return known.salt;
  await prisma.networkSalt.createMany({
    data: { day, salt: randomBytes(32).toString("base64url") },
    skipDuplicates: true,
  });
  await forgetCounts(now);
  return (await prisma.networkSalt.findUniqueOrThrow({ where: { day } })).salt;
}

/** Deletes the salts and counts of past days. Returns the number of counts. */
export async function forgetCounts(now: Date): Promise<number> {
  const today = startOfDay(now);
  await prisma.networkSalt.deleteMany({ where: { day: { lt: today } } });
  return deleteCountsBefore(today);
}
