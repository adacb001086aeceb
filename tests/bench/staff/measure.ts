import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { applyMigrations } from "@/lib/database/schema-engine";
import type { Figure } from "@/tests/bench/table";
import { startPostgres } from "@/tests/support/database/postgres";

/**
 * What staff and the background worker ask of a PostgreSQL with a million endorsements and ten
 * thousand applications, and what the site makes of it.
 */
export async function measureStaffQueries(): Promise<Figure[]> {
  const postgres = await startPostgres();
  try {
    await applyMigrations(postgres.url);
    const env = { ...process.env, DATABASE_URL: postgres.url, LOG_LEVEL: "warn" };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "tests/bench/staff-queries.ts"],
      { env },
    );
    return JSON.parse(stdout) as Figure[];
  } finally {
    await postgres.close();
  }
}
