import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { secret } from "@/tests/support/backups/backups";

// What the operator types, as processes of their own.

export const backup = "bin/backup.ts";
export const restore = "bin/restore.ts";
export const drill = "bin/restore-drill.ts";
export const move = "bin/move-to-postgres.ts";

/** The PostgreSQL of the tests. */
export const live = process.env.DATABASE_URL ?? "";

/** A directory for the tests of a file, and in it the settings of one site after another. */
export function useSites() {
  const sites = { directory: "", newSettings };
  let count = 0;
  beforeAll(() => {
    sites.directory = mkdtempSync(join(tmpdir(), "coalition-backup-commands-"));
  });
  afterAll(() => rmSync(sites.directory, { recursive: true }));

  /** For a site on the PostgreSQL of the tests. */
  async function newSettings() {
    const own = join(sites.directory, String(++count));
    const UPLOADS_DIR = join(own, "uploads");
    await mkdir(UPLOADS_DIR, { recursive: true });
    return {
      DATABASE_URL: live,
      DATA_DIR: join(own, "data"),
      BACKUP_DIR: join(own, "backups"),
      UPLOADS_DIR,
      SECRET: secret,
    };
  }
  return sites;
}

/** The only archive of a folder. */
export async function archiveIn(backups: string): Promise<string> {
  const names = await readdir(backups);
  expect(names).toEqual([expect.stringMatching(/^coalition-\d{8}T\d{6}Z\.tar\.gz(\.age)?$/)]);
  return join(backups, names[0] ?? "");
}
