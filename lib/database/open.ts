import { resolve } from "node:path";
import { Client } from "pg";
import {
  hasEmbeddedDatabase,
  joinEmbeddedDatabase,
  openEmbeddedDatabase,
  type Database,
} from "@/lib/database/embedded";
import { learnWhetherSessionsAreKept } from "@/lib/database/prepared";
import { keepSettings, type Env } from "@/lib/env";
import { StartError } from "@/lib/process/start-error";

/** Keeps its address in the settings. @throws StartError if it is unreachable or taken */
export const openDatabase = (env: Env): Promise<Database> =>
  use(env.DATABASE_URL ? external(env.DATABASE_URL) : openEmbeddedDatabase(env.DATA_DIR));

/** For the operator's commands, which share the embedded database with a running site. */
export const joinDatabase = (env: Env): Promise<Database> =>
  use(env.DATABASE_URL ? external(env.DATABASE_URL) : joinEmbeddedDatabase(env.DATA_DIR));

/** For commands that are of no use on a new one. @throws StartError rather than make one */
export function joinExistingDatabase(env: Env): Promise<Database> {
  if (!env.DATABASE_URL && !hasEmbeddedDatabase(env.DATA_DIR))
    throw new StartError(
      `DATABASE_URL is not set, and there is no embedded database in ${resolve(env.DATA_DIR)}: see DATA_DIR. Nothing was changed.`,
    );
  return joinDatabase(env);
}

const external = (url: string): Promise<Database> =>
  Promise.resolve({ url, close: () => Promise.resolve() });

async function use(opening: Promise<Database>): Promise<Database> {
  const database = await opening;
  await reach(database.url);
  keepSettings({ DATABASE_URL: database.url });
  return database;
}

async function reach(url: string): Promise<void> {
  const settings = { connectionString: url, connectionTimeoutMillis: 10_000 };
  const clients: [Client, Client] = [new Client(settings), new Client(settings)];
  try {
    for (const client of clients) await client.connect();
    await learnWhetherSessionsAreKept(clients);
  } catch (error) {
    throw new StartError(
      `The database at ${new URL(url).host} cannot be reached (${reasonOf(error)}): see DATABASE_URL.`,
    );
  } finally {
    for (const client of clients) await client.end().catch(() => undefined);
  }
}

/** If several addresses all refuse, the message of Node's AggregateError is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError)
    return String((error.errors[0] as Error | undefined)?.message);
  return error instanceof Error ? error.message : String(error);
}
