import { prisma } from "@/lib/db";
import { listMigrationNames } from "@/prisma/migrations-folder";

/** The migrations of this code that the database does not have, oldest first. Throws while it cannot be reached. */
export async function missingMigrations(): Promise<string[]> {
  const applied = await prisma.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return (await listMigrationNames()).filter((name) => !names.has(name));
}
