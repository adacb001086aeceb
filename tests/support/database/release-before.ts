import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/bin/run.mjs";

/**
 * Makes a folder from which this build starts as a release that does not know the last migration.
 * It stands for the release before, of which there is none yet.
 */
export function makeReleaseBefore(folder: string, lastMigration: string): void {
  const prisma = join(folder, "prisma");
  mkdirSync(prisma, { recursive: true });
  const link = (...path: string[]) => symlinkSync(join(root, ...path), join(folder, ...path));
  for (const name of readdirSync(root)) if (name !== "prisma" && !name.startsWith(".")) link(name);
  link(".next");
  for (const name of readdirSync(join(root, "prisma")))
    if (name !== "migrations") link("prisma", name);
  cpSync(join(root, "prisma", "migrations"), join(prisma, "migrations"), {
    recursive: true,
    filter: (source) => !source.endsWith(lastMigration),
  });
}
