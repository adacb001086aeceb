import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import { readDatabase, type DatabaseReadings } from "@/lib/operations/database-queries";
import { readInstallation, type Installation } from "@/lib/operations/installation";
import { readProcess, type ProcessReadings } from "@/lib/operations/process-readings";
import { knownSiteVersion } from "@/lib/site-version";

export type Readings = {
  at: Date;
  /** Null: it does not answer. */
  database: DatabaseReadings | null;
  process: ProcessReadings;
  installation: Installation;
};

type ReadDatabase = { at: Date; database: DatabaseReadings | null };

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & {
  coalitionReadings?: { latest?: ReadDatabase; underWay?: Promise<ReadDatabase> };
};
const kept = (shared.coalitionReadings ??= {});

/** A database that has not answered by then counts as away. */
const patienceMs = 2_500;

/** However many ask, the database is asked by one of them, and no more often than every so often. */
export async function currentReadings({ maxAgeMs }: { maxAgeMs: number }): Promise<Readings> {
  const { latest } = kept;
  const isFresh = latest && Date.now() - latest.at.getTime() < maxAgeMs && !hasChangedSince(latest);
  return complete(isFresh ? latest : await (kept.underWay ??= readAndKeep()));
}

/** The process asks twice a second whether the database is there. */
function hasChangedSince({ database }: ReadDatabase): boolean {
  const { version, isReachable } = knownSiteVersion();
  return version !== null && isReachable !== (database !== null);
}

async function readAndKeep(): Promise<ReadDatabase> {
  const latest = await readWithTimeout(new Date()).finally(() => (kept.underWay = undefined));
  return (kept.latest = latest);
}

/** Anew, from the database itself. */
export const readNow = async (now = new Date()): Promise<Readings> =>
  complete(await readWithTimeout(now));

async function readWithTimeout(at: Date): Promise<ReadDatabase> {
  const given = new AbortController();
  const overdue = sleep(patienceMs, undefined, { ref: false, signal: given.signal }).then(() => {
    throw new Error("The database did not answer in time");
  });
  try {
    return { at, database: await Promise.race([readDatabase(at), overdue]) };
  } catch (error) {
    log.warn({ err: error }, "Database unreachable");
    return { at, database: null };
  } finally {
    overdue.catch(() => undefined);
    given.abort();
  }
}

const complete = ({ at, database }: ReadDatabase): Readings => ({
  at,
  database,
  process: readProcess(),
  installation: readInstallation(),
});
