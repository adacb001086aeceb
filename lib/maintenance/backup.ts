import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Env } from "@/lib/env";
import type { Done } from "@/lib/maintenance/commands";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { findSecret } from "@/lib/maintenance/secret-of-site";
import { writeArchive } from "@/lib/maintenance/write-archive";

export type Backup = Done & {
  path: string;
  bytes: number;
  isEncrypted: boolean;
  holdsSecret: boolean;
};

const named = /^coalition-\d{8}T\d{6}Z\.tar\.gz(\.age)?$/;

export async function makeBackup(
  databaseUrl: string,
  env: Pick<Env, "BACKUP_DIR" | "BACKUP_RECIPIENT" | "UPLOADS_DIR" | "SECRET" | "DATA_DIR">,
  now: Date,
): Promise<Backup> {
  const recipients = env.BACKUP_RECIPIENT?.split(",") ?? [];
  const isEncrypted = recipients.length > 0;
  const directory = resolve(env.BACKUP_DIR);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const detail = `coalition-${timestamp(now)}.tar.gz${isEncrypted ? ".age" : ""}`;
  const path = join(directory, detail);
  const manifest = await writeArchive(path, {
    databaseUrl,
    filesDirectory: env.UPLOADS_DIR,
    secret: findSecret(env),
    recipients,
  });
  const { size } = await stat(path);
  return {
    path,
    bytes: size,
    rows: rowCountOf(manifest),
    detail,
    isEncrypted,
    holdsSecret: manifest.secret !== null,
  };
}

/** Deletes all but the newest archives. Returns the names of what is gone. */
export async function pruneBackups(directory: string, keep: number): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => named.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of old) await rm(join(directory, name));
  return old;
}

/** E.g. 20261129T101500Z. */
const timestamp = (now: Date): string =>
  now.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");
