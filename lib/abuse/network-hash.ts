import { createHmac, randomBytes } from "node:crypto";
import { deleteCountsBefore } from "@/lib/abuse/rate-limit";
import { prisma } from "@/lib/db";
import { startOfDay } from "@/lib/durations";

/**
 * A network under today's salt. When the salt is gone, neither this nor any list of networks leads
 * back to it.
 */
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

/**
 * Destroys the salts of days that are over, and what was counted on them. Returns how many counts.
 */
export async function forgetCounts(now: Date): Promise<number> {
  const today = startOfDay(now);
  await prisma.networkSalt.deleteMany({ where: { day: { lt: today } } });
  return deleteCountsBefore(today);
}
