import { applyMigrations } from "@/prisma/schema-engine";
import { startPostgres } from "@/tests/support/postgres";

/** Gives the integration tests a migrated database of their own. */
export default async function setUp(): Promise<() => Promise<void>> {
  const database = await startPostgres();
  await applyMigrations(database.url);
  process.env.DATABASE_URL = database.url;
  return database.stop;
}
