import { openScratchDatabase } from "@/lib/database/embedded";
import { applyMigrations } from "@/lib/database/schema-engine";
import { startPostgres } from "@/tests/support/database/postgres";

/**
 * Gives the integration tests a migrated database of their own: embedded, or a real PostgreSQL with
 * TEST_DATABASE=postgres.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const database =
    process.env.TEST_DATABASE === "postgres" ? await startPostgres() : await openScratchDatabase();
  await applyMigrations(database.url);
  process.env.DATABASE_URL = database.url;
  return database.close;
}
