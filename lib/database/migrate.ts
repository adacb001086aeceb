import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { isEmbedded } from "@/lib/database/embedded";
import { readEnv } from "@/lib/env";
import { readMigrationState } from "@/lib/database/migration-state";
import { StartError } from "@/lib/process/start-error";
import { applyMigrations } from "@/lib/database/schema-engine";

// Any number that nothing else in the database uses.
const advisoryLock = 20181114;

/**
 * For work such as migrations, when several processes start on one database together. The lock is
 * that of a transaction: PgBouncer may give each statement outside of one to another session, which
 * would keep the lock for ever.
 */
export async function aloneOnDatabase<Result>(
  databaseUrl: string,
  work: () => Promise<Result>,
): Promise<Result> {
  // It has one session, and one process that opens it.
  if (isEmbedded(databaseUrl)) return work();
  const client = new Client({ connectionString: databaseUrl, keepAlive: true });
  await client.connect();
  try {
    await client.query("BEGIN");
    // Waiting for another process's start, or for one's own work, takes what it takes.
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SET LOCAL lock_timeout = 0");
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    await takeLock(client);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } finally {
    await client.end();
  }
}

/**
 * Asks again and again, and without parameters: a session that waits inside a statement, or keeps
 * one with parameters open, also keeps what it sees of the database, and CREATE INDEX CONCURRENTLY
 * in a migration would wait for it for ever.
 */
async function takeLock(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ isMine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${advisoryLock}) AS "isMine"`,
    );
    if (rows[0]?.isMine) return;
    await sleep(250);
  }
}

/** @returns the names of the migrations that were missing */
export const migrate = (databaseUrl: string): Promise<string[]> =>
  aloneOnDatabase(databaseUrl, () => bringUpToDate(databaseUrl));

/**
 * For use inside aloneOnDatabase().
 * @throws StartError if a newer release changed the schema, unless the operator rolls back
 */
export async function bringUpToDate(databaseUrl: string): Promise<string[]> {
  const unknown = await findUnknownMigrations(databaseUrl);
  if (unknown.length > 0 && readEnv().ALLOW_NEWER_DATABASE === "no")
    throw new StartError(explainUnknown(unknown));
  return applyMigrations(databaseUrl);
}

async function findUnknownMigrations(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ isNew: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NULL AS "isNew"`,
    );
    if (rows[0]?.isNew) return [];
    const state = await readMigrationState(
      async (sql) => (await client.query<{ name: string; isFinished: boolean }>(sql)).rows,
    );
    return state.unknown;
  } finally {
    await client.end();
  }
}

const explainUnknown = (names: string[]): string =>
  `A newer release has changed the database: this one does not know the ${names.length === 1 ? "migration" : "migrations"} ` +
  `${names.join(", ")}. Start the newer release, or roll back as docs/operating.md says.`;
