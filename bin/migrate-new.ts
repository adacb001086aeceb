import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { openScratchDatabase } from "@/lib/database/embedded";
import { exitWith } from "@/lib/process/exit-with";
import { StartError } from "@/lib/process/start-error";
import { migrationsFolder } from "@/lib/database/migrations-folder";
import { diffSchema } from "@/lib/database/schema-engine";

// npm run migrate:new -- name: writes down as a migration what schema.prisma says beyond the
// migrations there are.

async function writeMigration(words: string[]): Promise<void> {
  const name = words
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  if (!name)
    throw new StartError("Give the migration a name: npm run migrate:new -- what it does.");
  const sql = await findDifference();
  if (!sql)
    throw new StartError(
      "The migrations already say everything that prisma/schema.prisma says: there is nothing to write.",
    );

  const folder = join(migrationsFolder, `${timestamp(new Date())}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(
    `Wrote ${relative(process.cwd(), folder)}/migration.sql. Read it, then apply it with npm run migrate or at the next start.`,
  );
}

async function findDifference(): Promise<string> {
  const scratch = await openScratchDatabase();
  try {
    return await diffSchema(scratch.url);
  } finally {
    await scratch.close();
  }
}

/** The prefix by which Prisma orders migrations, e.g. 20261123094500. */
const timestamp = (now: Date): string => now.toISOString().replace(/\D/g, "").slice(0, 14);

await writeMigration(process.argv.slice(2)).catch(exitWith);
