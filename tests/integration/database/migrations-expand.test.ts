import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { listMigrationNames } from "@/lib/database/migrations-folder";

// While a release is deployed, the one before it goes on reading and writing the database that the
// new one has migrated.

/** Nobody runs anything that could break. */
const noRelease = "before the first release";

/** `unreadSince` is the release, made already, that neither reads nor writes it any more. */
const contractSteps = z.array(
  z.object({
    migration: z.string(),
    breaks: z.string(),
    unreadSince: z.union([z.string().regex(/^\d+\.\d+\.\d+$/), z.literal(noRelease)]),
  }),
);

const name = "migrations_expand";
let server: Client;
let client: Client;

beforeAll(async () => {
  server = new Client({ connectionString: process.env.DATABASE_URL });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  client = new Client({ connectionString: url.href });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await server.query(`DROP DATABASE ${name}`);
  await server.end();
});

type Column = { table: string; column: string; type: string; isNeeded: boolean };

const readColumns = async () =>
  (
    await client.query<Column>(`
      SELECT relname AS table, attname AS column, format_type(atttypid, atttypmod) AS type,
        attnotnull AND NOT atthasdef AND attidentity = '' AS "isNeeded"
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
        AND NOT attisdropped`)
  ).rows;

async function readEnums(): Promise<string[]> {
  const { rows } = await client.query<{ said: string }>(
    `SELECT typname || ' can be ' || enumlabel AS said
      FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid`,
  );
  return rows.map(({ said }) => said);
}

/** What a release that knows nothing of the change can no longer do. */
async function brokenBy(sql: string): Promise<string[]> {
  const [columns, enums] = [await readColumns(), await readEnums()];
  await client.query(sql);
  const [columnsNow, enumsNow] = [await readColumns(), await readEnums()];
  const tables = new Set(columns.map(({ table }) => table));
  const typed = ({ table, column, type }: Column) => `${table}.${column} is ${type}`;
  const demanded = ({ table, column }: Column) => `${table} cannot be written without ${column}`;
  const needed = (all: Column[]) => all.filter(({ isNeeded }) => isNeeded).map(demanded);
  return [
    ...missing(columns.map(typed), columnsNow.map(typed)),
    ...missing(enums, enumsNow),
    ...missing(needed(columnsNow.filter(({ table }) => tables.has(table))), needed(columns)),
  ];
}

const missing = (before: string[], after: string[]) =>
  before.filter((said) => !after.includes(said));

test("no migration breaks the release before it, but for steps that say since when nobody needs what goes", async () => {
  const broken: string[] = [];
  for (const migration of await listMigrationNames()) {
    const sql = readFileSync(`prisma/migrations/${migration}/migration.sql`, "utf8");
    broken.push(...(await brokenBy(sql)).map((said) => `${migration}: ${said}`));
  }
  const steps = contractSteps.parse(JSON.parse(readFileSync("prisma/contract-steps.json", "utf8")));
  expect(broken).toEqual(steps.map(({ migration, breaks }) => `${migration}: ${breaks}`));
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  const unknown = steps.filter(
    ({ unreadSince: since }) => since !== noRelease && !changelog.includes(`\n## ${since}`),
  );
  expect(unknown).toEqual([]);
});

test.each([
  ["drops a column", "ALTER TABLE city DROP COLUMN slug", "city.slug is text"],
  ["renames one", "ALTER TABLE city RENAME created_at TO made_at", "city.created_at is timestamp"],
  ["changes a type", "ALTER TABLE mail ALTER subject TYPE varchar(99)", "mail.subject is text"],
  ["drops a table", "DROP TABLE network_salt", "network_salt.salt is text"],
  [
    "demands a column",
    "ALTER TABLE block ADD why text NOT NULL",
    "block cannot be written without why",
  ],
  ["demands what was optional", "ALTER TABLE staff ALTER name SET NOT NULL", "staff cannot be"],
])("a migration that %s is seen", async (_, sql, said) => {
  const broken = await brokenBy(sql);
  expect(broken.some((each) => each.startsWith(said))).toBe(true);
});
