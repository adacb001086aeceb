import { readdir } from "node:fs/promises";
import { join } from "node:path";

export const migrationsFolder = join(
  /* turbopackIgnore: true */ process.cwd(),
  "prisma",
  "migrations",
);

/** Shared by the start and Next, which load separate copies of this module. */
const shared = globalThis as typeof globalThis & { coalitionMigrations?: Promise<string[]> };

/** Oldest first. Read once: what somebody pulls under a running site is not of its release. */
export const listMigrationNames = (): Promise<readonly string[]> =>
  (shared.coalitionMigrations ??= readNames());

async function readNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
