import { prisma } from "@/lib/db";
import { joinExistingDatabase } from "@/lib/database/open";
import type { Database } from "@/lib/database/embedded";
import { readEnv } from "@/lib/env";
import { exitWith } from "@/lib/process/exit-with";

/**
 * Runs a command of the operator on the site's database, also while the site is running. An error
 * ends the process.
 */
export async function withDatabase(
  work: (database: Database) => Promise<void>,
  join = joinExistingDatabase,
): Promise<void> {
  try {
    const database = await join(readEnv());
    await work(database);
    await prisma.$disconnect();
    await database.close();
  } catch (error) {
    exitWith(error);
  }
}
