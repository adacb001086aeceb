import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { Database } from "@/lib/database/embedded";
import { newEmbeddedDatabase } from "@/tests/support/database/empty-embedded";

/** New and empty ones, of both engines: PostgreSQL's on the server of the tests. */
export const newDatabase = {
  PostgreSQL: newPostgresDatabase,
  embedded: newEmbeddedDatabase,
};

export type Engine = keyof typeof newDatabase;

async function newPostgresDatabase(): Promise<Database> {
  const server = process.env.DATABASE_URL ?? "";
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

const onServer = (sql: string): Promise<void> =>
  withClient(process.env.DATABASE_URL ?? "", async (client) => void (await client.query(sql)));

export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
