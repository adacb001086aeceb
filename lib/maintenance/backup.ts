import { access, constants, mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Env } from "@/lib/env";
import type { Done } from "@/lib/maintenance/commands";
import { deleteStaleParts, nameOfArchive } from "@/lib/maintenance/archive-folder";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { findSecret } from "@/lib/maintenance/secret-of-site";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { StartError } from "@/lib/process/start-error";

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
  const directory = resolve(env.BACKUP_DIR);
  await makeWritable(directory);
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

/** @throws StartError where it cannot be made, or is another user's */
async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new StartError(
      `This user cannot write to ${directory} (${(error as NodeJS.ErrnoException).code}): see BACKUP_DIR.`,
    );
  }
}
