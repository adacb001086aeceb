import { writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@/lib/database/embedded";
import { applyMigrations } from "@/lib/database/schema-engine";
import { newDatabase, withClient, type Engine } from "@/tests/support/database/databases";
import { fillEveryTable } from "@/tests/support/database/fill-every-table";

// A site that is backed up, and where it is restored to.

export const secret = "the secret of the site that is backed up";
export const fileId = "0197a0b4-0000-7000-8000-000000000001";
export const scan = Buffer.from([0, 1, 2, 250, 13, 10]);

/** Nobody listens there: whoever connects before all is checked fails in another way. */
export const nowhere = "postgresql://nobody@127.0.0.1:1/nowhere";

const opened: Database[] = [];

/** A new and empty database, until closeOpened(). */
export async function open(engine: Engine = "PostgreSQL"): Promise<Database> {
  const database = await newDatabase[engine]();
  opened.push(database);
  return database;
}

/** The same with every table, and rows in each. */
export async function openFilled(engine: Engine): Promise<Database> {
  const database = await open(engine);
  await applyMigrations(database.url);
  await withClient(database.url, fillEveryTable);
  return database;
}

export async function closeOpened(): Promise<void> {
  for (const database of opened.splice(0)) await database.close();
}

/** One uploaded file, and one that is not whole. Gives their folder. */
export async function makeUploads(directory: string): Promise<string> {
  const uploads = join(directory, "uploads");
  await mkdir(uploads);
  writeFileSync(join(uploads, fileId), scan);
  writeFileSync(join(uploads, `${fileId.replace("1", "2")}.part`), "not whole yet");
  return uploads;
}

/** Everything that a database holds, in every schema. */
export const relationsOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT nspname || '.' || relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'",
    );
    return rows.map(({ name }) => name);
  });

/** Where everything would have to be set right for a restore. */
export const targetOf = (databaseUrl: string, directory: string) => ({
  databaseUrl,
  env: { UPLOADS_DIR: join(directory, "restored-uploads"), SECRET: secret, DATA_DIR: directory },
  isOtherSecretFine: false,
});
