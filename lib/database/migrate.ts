import { Client } from "pg";
import { applyMigrations } from "@/prisma/schema-engine";

// Any number that nothing else in the database uses.
const advisoryLock = 20181114;

/** Does what only one process may do at a time, such as migrations and the seed, when several start on one database together. */
export async function aloneOnDatabase<Result>(databaseUrl: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    const result = await work();
    await client.query("SELECT pg_advisory_unlock($1)", [advisoryLock]);
    return result;
  } finally {
    await client.end();
  }
}

/** Brings the database to the schema of this code. Gives the names of the migrations that were missing. */
export const migrate = (databaseUrl: string): Promise<string[]> => aloneOnDatabase(databaseUrl, () => applyMigrations(databaseUrl));
