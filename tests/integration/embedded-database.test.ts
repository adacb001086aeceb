import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScratchDatabase, type Database } from "@/lib/database/embedded";

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
  const answers = await Promise.all(asked.map((number) => (number % 10 === 0 ? askInTransaction(number) : ask(number))));

  expect(answers).toEqual(asked);
  const { rows } = await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM answer");
  expect(rows).toEqual([{ count: 40 }]);
});

async function ask(number: number): Promise<number | undefined> {
  const { rows } = await pool.query<{ number: number }>("SELECT $1::int AS number", [number]);
  return rows[0]?.number;
}

async function askInTransaction(number: number): Promise<number | undefined> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ number: number }>("INSERT INTO answer VALUES ($1) RETURNING number", [number]);
    await client.query("COMMIT");
    return rows[0]?.number;
  } finally {
    client.release();
  }
}
