import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { aloneOnDatabase, migrate } from "@/lib/database/migrate";
import { prisma } from "@/lib/db";
import { judge } from "@/lib/operations/judge";
import { readinessOf } from "@/lib/operations/readiness";
import { readNow } from "@/lib/operations/readings";
import { StartError } from "@/lib/process/start-error";
import { applyMigrations, diffSchema } from "@/lib/database/schema-engine";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { newDatabase, withClient } from "@/tests/support/database/databases";

const openScratch =
  newDatabase[process.env.TEST_DATABASE === "postgres" ? "PostgreSQL" : "embedded"];
const ofNewerRelease = "29991231000000_of_a_newer_release";

afterEach(async () => {
  vi.unstubAllEnvs();
  await prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${ofNewerRelease}`;
});

/** As a newer release writes it down. */
const applyNewerMigration = (finishedAt: Date | null) =>
  prisma.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('newer', '', ${ofNewerRelease}, ${finishedAt})`;

/** What /readyz answers, as far as the database is concerned. */
const readyz = async () => {
  const ofDatabase = judge(await readNow()).filter(({ area }) => area === "database");
  const { httpStatus, body } = readinessOf(ofDatabase);
  // Also a warning on the embedded engine: what it is.
  const causes = body.causes.filter(({ check }) => check !== "database_embedded");
  return { status: httpStatus, causes };
};

test("the migrations make the schema that schema.prisma speaks of", async () => {
  const scratch = await openScratch();
  try {
    expect(await diffSchema(scratch.url)).toBe("");
  } finally {
    await scratch.close();
  }
}, 120_000);

/** How many rows each table has. */
async function countRows(client: Client): Promise<Record<string, number>> {
  const tables = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "${name}"`,
    );
    counts[name] = rows[0]!.count;
  }
  return counts;
}

test("a filled database of the first release comes through every later migration without a loss", async () => {
  const scratch = await openScratch();
  const client = new Client({ connectionString: scratch.url });
  try {
    const [first, ...later] = await listMigrationNames();
    await applyMigrations(scratch.url, [first!]);
    await client.connect();
    await client.query(readFileSync("tests/support/database/first-release.sql", "utf8"));
    const before = await countRows(client);
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);

    expect(await applyMigrations(scratch.url)).toEqual(later);
    expect(await countRows(client)).toMatchObject({
      ...before,
      _prisma_migrations: 1 + later.length,
    });
  } finally {
    await client.end();
    await scratch.close();
  }
}, 120_000);

test("a database with every migration of this release is ready, and nothing is applied to it", async () => {
  expect(await migrate(process.env.DATABASE_URL!)).toEqual([]);
  expect(await readyz()).toEqual({ status: 200, causes: [] });
});

test("a database that lacks a migration is not ready", async () => {
  await prisma.$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '20261128000000_init'`;
  try {
    expect(await readyz()).toEqual({
      status: 503,
      causes: [{ check: "migrations_missing", state: "error", names: ["20261128000000_init"] }],
    });
  } finally {
    await prisma.$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL`;
  }
});

test.each([
  ["has been applied", new Date()],
  ["is being applied, or failed", null],
])(
  "where a migration of a newer release %s, this one does not start, and says so if it serves",
  async (_, finishedAt) => {
    await applyNewerMigration(finishedAt);

    const refusal = migrate(process.env.DATABASE_URL!);
    await expect(refusal).rejects.toThrow(StartError);
    await expect(refusal).rejects.toThrow(
      `this one does not know the migration ${ofNewerRelease}.`,
    );
    expect(await readyz()).toEqual({
      status: 200,
      causes: [{ check: "migrations_unknown", state: "warning", names: [ofNewerRelease] }],
    });
  },
);

test("an operator who rolls back may start a release on what a newer one has added to", async () => {
  await applyNewerMigration(new Date());
  vi.stubEnv("ALLOW_NEWER_DATABASE", "yes");
  expect(await migrate(process.env.DATABASE_URL!)).toEqual([]);
});

test.skipIf(process.env.TEST_DATABASE !== "postgres")(
  "an index is made beside a running site while other processes wait for their start",
  async () => {
    const url = process.env.DATABASE_URL ?? "";
    const makeIndex = () =>
      withClient(url, async (client) => {
        await client.query("SET statement_timeout = '20s'");
        await client.query("CREATE INDEX CONCURRENTLY made_beside ON job_claim (name)");
        await client.query("DROP INDEX made_beside");
      });
    const first = aloneOnDatabase(url, makeIndex);
    await Promise.all([first, aloneOnDatabase(url, makeIndex)]);
  },
);
