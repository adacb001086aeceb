import { createHmac, randomBytes } from "node:crypto";
import { domainOf, isAtBigProvider } from "@/lib/endorsements/address";
import { keyedHash } from "@/lib/endorsements/keyed-hash";
import { limits, type Counted, type Scope } from "@/lib/endorsements/limits";
import { prisma } from "@/lib/db";

/** Something that is counted, how long each span of counting lasts, and a moment of the span that is meant. */
type Entry = { scope: Scope; key: string; minutes: number; at: Date };

type AskToCount = { email: string; addressHash: string; cityId: number; formKey: string; networkHash: string | null; provenUntil?: Date };

/**
 * Counts an ask under everything that has a limit. Spans begin at full hours and days: at their border twice as much may pass.
 * Not so of a proof of work, which is counted on the day on which it ends: until then it is known again.
 */
export async function countAsk({ email, addressHash, cityId, formKey, networkHash, provenUntil }: AskToCount, now: Date): Promise<Counted[]> {
  const domainScope = isAtBigProvider(email) ? "big_provider" : "mail_domain";
  const keys: Partial<Record<Scope, string>> = {
    [domainScope]: keyedHash("count", domainOf(email)),
    city: keyedHash("count", cityId),
    form: keyedHash("count", formKey),
    ...(provenUntil && { proof: keyedHash("count", formKey) }),
    ...(networkHash && { network: networkHash }),
  };
  const limited = limits.flatMap(({ scope, minutes }): Entry[] => (keys[scope] ? [{ scope, key: keys[scope], minutes, at: scope === "proof" ? (provenUntil ?? now) : now }] : []));
  return countUp([...limited, { scope: "address", key: addressHash, minutes: 1_440, at: now }]);
}

/** Counts an attempt to guess a code. Gives how many there were from this network in these ten minutes. */
export async function countGuess(network: string | null, now: Date): Promise<number> {
  if (!network) return 0;
  const [counted] = await countUp([{ scope: "guess", key: await hashNetwork(network, now), minutes: 10, at: now }]);
  return counted?.count ?? 0;
}

/** One statement outside of any transaction, its rows in one order: asks that come at once wait for each other only as long as this takes. */
async function countUp(entries: Entry[]): Promise<Counted[]> {
  const startOf = ({ minutes, at }: Entry) => new Date(Math.floor(at.getTime() / (minutes * 60_000)) * minutes * 60_000);
  return prisma.$queryRaw<Counted[]>`
    INSERT INTO ask_count (scope, key, minutes, starts_at)
    SELECT * FROM unnest(
      ${entries.map(({ scope }) => scope)}::text[], ${entries.map(({ key }) => key)}::text[],
      ${entries.map(({ minutes }) => minutes)}::int[], ${entries.map((entry) => startOf(entry).toISOString())}::timestamptz[]
    ) AS counted (scope, key, minutes, starts_at) ORDER BY scope, key, minutes
    ON CONFLICT (scope, key, minutes, starts_at) DO UPDATE SET count = ask_count.count + 1
    RETURNING scope, minutes, count`;
}

/** A network under today's salt. When the salt is gone, neither this nor any list of networks leads back to it. */
export async function hashNetwork(network: string, now: Date): Promise<string> {
  return createHmac("sha256", await saltOf(now)).update(network).digest("hex");
}

/** What is kept of that hash with an ask: so little of it that many networks share it, enough to tell a crowd from one of them. */
export const markOf = (networkHash: string): string => networkHash.slice(0, 4);

async function saltOf(now: Date): Promise<string> {
  const day = startOfDay(now);
  const known = await prisma.networkSalt.findUnique({ where: { day } });
  if (known) return known.salt;
  await prisma.networkSalt.createMany({ data: { day, salt: randomBytes(32).toString("base64url") }, skipDuplicates: true });
  await forgetCounts(now);
  return (await prisma.networkSalt.findUniqueOrThrow({ where: { day } })).salt;
}

/** Destroys the salts of days that are over, and what was counted on them. Returns how many counts. */
export async function forgetCounts(now: Date): Promise<number> {
  const today = startOfDay(now);
  await prisma.networkSalt.deleteMany({ where: { day: { lt: today } } });
  return (await prisma.askCount.deleteMany({ where: { startsAt: { lt: today } } })).count;
}

const startOfDay = (now: Date): Date => new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000);
