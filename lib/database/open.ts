import { Client } from "pg";
import { joinEmbeddedDatabase, openEmbeddedDatabase, type Database } from "@/lib/database/embedded";
import { keepSettings, type Env } from "@/lib/env";
import { StartError } from "@/lib/process/start-error";

/**
 * Opens the site's database: the PostgreSQL of DATABASE_URL, or the embedded one.
 * From here on the process, Next's part of it too, finds its address among the settings.
 * @throws StartError when it cannot be reached or another process has it
 */
export const openDatabase = (env: Env): Promise<Database> =>
  use(env.DATABASE_URL ? external(env.DATABASE_URL) : openEmbeddedDatabase(env.DATA_DIR));

/**
 * The same for a command of the operator: where the site runs on the embedded database, both use
 * it.
 */
export const joinDatabase = (env: Env): Promise<Database> =>
  use(env.DATABASE_URL ? external(env.DATABASE_URL) : joinEmbeddedDatabase(env.DATA_DIR));

const external = (url: string): Promise<Database> =>
  Promise.resolve({ url, close: () => Promise.resolve() });

async function use(opening: Promise<Database>): Promise<Database> {
  const database = await opening;
  await reach(database.url);
  keepSettings({ DATABASE_URL: database.url });
  return database;
}

async function reach(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(
      `The database at ${new URL(url).host} cannot be reached (${reasonOf(error)}): see DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Node tells of several addresses that all refused in an error whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError)
    return String((error.errors[0] as Error | undefined)?.message);
  return error instanceof Error ? error.message : String(error);
}
