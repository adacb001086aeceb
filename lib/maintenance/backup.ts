import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import type { Done } from "@/lib/maintenance/commands";
import { deleteStaleParts, nameOfArchive } from "@/lib/maintenance/archive-folder";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { findSecret } from "@/lib/maintenance/secret-of-site";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { makeWritableDirectory } from "@/lib/process/writable-directory";

export type Backup = Done & {
  path: string;
  bytes: number;
  isEncrypted: boolean;
  holdsSecret: boolean;
};

export async function makeBackup(
  databaseUrl: string,
  env: Pick<Env, "BACKUP_DIR" | "BACKUP_RECIPIENT" | "UPLOADS_DIR" | "SECRET" | "DATA_DIR">,
  now: Date,
): Promise<Backup> {
  const recipients = env.BACKUP_RECIPIENT?.split(",") ?? [];
  const isEncrypted = recipients.length > 0;
  const directory = await makeWritableDirectory(env.BACKUP_DIR, "BACKUP_DIR");
  await deleteStaleParts(directory, now);
  const detail = nameOfArchive(now, isEncrypted);
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
