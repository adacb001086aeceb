import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedDatabase, openScratchDatabase, type Database } from "@/lib/database/embedded";

let database: Database;
let pool: Pool;

beforeAll(async () => {
  database = await openScratchDatabase();
  pool = new Pool({ connectionString: database.url, max: 20 });
});

afterAll(async () => {
  await pool.end();
  await database.close();
});

test("many connections at once each get the answer to their own question", async () => {
  await pool.query("CREATE TABLE answer (number int)");

  const asked = Array.from({ length: 400 }, (_, number) => number);
  const answers = await Promise.all(
    asked.map((number) => (number % 10 === 0 ? askInTransaction(number) : ask(number))),
  );

  expect(answers).toEqual(asked);
  const { rows } = await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM answer");
  expect(rows).toEqual([{ count: 40 }]);
});

test("in a directory that was open to all, nobody but its owner can read what the database writes", async () => {
  const directory = mkdtempSync(join(tmpdir(), "coalition-modes-"));
  chmodSync(directory, 0o755);
  const files = () => [".", ...readdirSync(directory, { recursive: true, encoding: "utf8" })];
  const openToOthers = () =>
    files().filter((path) => lstatSync(join(directory, path)).mode & 0o077);

  const fresh = await openEmbeddedDatabase(directory);
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  await client.query("CREATE TABLE secret (words text)");
  await client.query("INSERT INTO secret VALUES ('nobody else’s')");
  await client.query("CHECKPOINT");
  expect(files()).toEqual(
    expect.arrayContaining(["lock", "running.json", "database/PG_VERSION", "socket/.s.PGSQL.5432"]),
  );
  expect(openToOthers()).toEqual([]);
  await client.end();
  await fresh.close();

  rmSync(directory, { recursive: true });
}, 120_000);

async function ask(number: number): Promise<number | undefined> {
  const { rows } = await pool.query<{ number: number }>("SELECT $1::int AS number", [number]);
  return rows[0]?.number;
}

async function askInTransaction(number: number): Promise<number | undefined> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ number: number }>(
      "INSERT INTO answer VALUES ($1) RETURNING number",
      [number],
    );
    await client.query("COMMIT");
    return rows[0]?.number;
  } finally {
    client.release();
  }
}
