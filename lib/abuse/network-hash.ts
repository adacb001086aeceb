import { createHmac, randomBytes } from "node:crypto";
import { deleteCountsBefore } from "@/lib/abuse/rate-limit";
import { prisma } from "@/lib/db";
import { isoDay, startOfDay } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

/** The salt of a day, as part of a statement; null before the day's first use. */
export const saltOf = (now: Date): Prisma.Sql =>
  Prisma.sql`(SELECT salt FROM network_salt WHERE day = ${isoDay(now)}::date)`;

/**
 * Keyed with a daily salt: once that is destroyed, hashing all networks finds no match.
 *
 * @param known the day's salt, where a statement has read it already
 */
export async function hashNetwork(
  network: string,
  now: Date,
  known?: string | null,
): Promise<string> {
  const salt = known ?? (await findOrMakeSalt(now));
  return createHmac("sha256", salt).update(network).digest("hex");
}

async function findOrMakeSalt(now: Date): Promise<string> {
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
