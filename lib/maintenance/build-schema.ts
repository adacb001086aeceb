import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { escapeIdentifier, type Client } from "pg";
import { migrationsFolder } from "@/lib/database/migrations-folder";
import type { Manifest } from "@/lib/maintenance/manifest";
import { listTables, ownRelations, plainValues } from "@/lib/maintenance/snapshot";
import { StartError } from "@/lib/process/start-error";

/** A schema that nothing else uses. */
const staging = "coalition_restore";

/**
 * Makes empty tables as the archive's database had them, apart from where they belong. A value that
 * a migration adds to an enum can only be used once that is committed, so it takes several
 * transactions.
 */
export async function buildSchema(client: Client, manifest: Manifest): Promise<void> {
  // A restore that was killed may have left it.
  await client.query(`DROP SCHEMA IF EXISTS ${staging} CASCADE; CREATE SCHEMA ${staging}`);
  for (const script of await schemaScripts(manifest))
    await inStaging(client, () => client.query(script));
  await inStaging(client, () => emptyTables(client, manifest));
}

/** A transaction that sees nothing but what was built. */
export async function inStaging(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query("BEGIN");
  await client.query(`${plainValues}; SET LOCAL search_path = ${staging}`);
  await work();
  await client.query("COMMIT");
}

/** As Prisma makes it. */
const tableOfMigrations = `
  CREATE TABLE _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

async function schemaScripts({ migrations }: Manifest): Promise<string[]> {
  const scripts = migrations.map((name) =>
    readFile(join(migrationsFolder, name, "migration.sql"), "utf8"),
  );
  return [tableOfMigrations, ...(await Promise.all(scripts))];
}

/** Some migrations write rows. */
async function emptyTables(client: Client, { tables }: Manifest): Promise<void> {
  const made = await listTables(client);
  const describe = (list: readonly { name: string; columns: readonly string[] }[]) =>
    list.map(({ name, columns }) => `${name} (${[...columns].sort().join(", ")})`);
  const there = describe(made);
  const [different] = describe(tables).filter((table) => !there.includes(table));
  if (different || made.length !== tables.length)
    throw new StartError(
      `The archive's tables are not those of its migrations: ${different ?? "one is missing"}.`,
    );
  await client.query(`TRUNCATE ${made.map(({ name }) => escapeIdentifier(name)).join()}`);
}

/** Indexes and the sequences of columns go with their tables. */
export async function moveTo(client: Client, place: string): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %I SET SCHEMA %I', relname, $1::text) AS sql
      FROM ${ownRelations} AND relkind IN ('r', 'p', 'v', 'm')
    UNION ALL SELECT format('ALTER TYPE %I SET SCHEMA %I', typname, $1::text) FROM pg_type
      WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'd')
    UNION ALL SELECT format('ALTER FUNCTION %s SET SCHEMA %I', pg_proc.oid::regprocedure, $1::text)
      FROM pg_proc WHERE pronamespace = current_schema()::regnamespace`,
    [place],
  );
  for (const { sql } of rows) await client.query(sql);
  // Refused where anything has stayed.
  await client.query(`DROP SCHEMA ${staging}`);
}

export const dropStaging = (client: Client): Promise<unknown> =>
  client.query(`DROP SCHEMA IF EXISTS ${staging} CASCADE`);
