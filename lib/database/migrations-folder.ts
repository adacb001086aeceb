import { readdir } from "node:fs/promises";
import { join } from "node:path";

export const migrationsFolder = join(
  /* turbopackIgnore: true */ process.cwd(),
  "prisma",
  "migrations",
);

/** Oldest first. */
export async function listMigrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
