import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { before, dayMs } from "@/lib/durations";
import { unfinishedSuffix, writerSignsEveryMs } from "@/lib/maintenance/archive-writer";

const named = /^coalition-(\d{8}T\d{6}Z)\.tar\.gz(\.age)?$/;

export const nameOfArchive = (madeAt: Date, isEncrypted: boolean): string =>
  `coalition-${timestamp(madeAt)}.tar.gz${isEncrypted ? ".age" : ""}`;

/** E.g. 20261129T101500Z. */
const timestamp = (time: Date): string =>
  time.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");

type Limits = {
  /** How many stay at most. */
  keep: number | null;
  days: number;
};

/** Deletes archives, but never the newest. Returns the names of what is gone. */
export async function pruneBackups(
  directory: string,
  { keep, days }: Limits,
  now: Date,
): Promise<string[]> {
  const newestFirst = (await readdir(directory))
    .filter((name) => named.test(name))
    .sort()
    .reverse();
  const oldest = timestamp(before(now, days * dayMs));
  const old = newestFirst.filter(
    (name, index) =>
      index > 0 && ((keep !== null && index >= keep) || (named.exec(name)?.[1] ?? "") < oldest),
  );
  for (const name of old) await rm(join(directory, name));
  return old.reverse();
}

/** Who writes an archive signs it so often that the clocks of two machines make no difference. */
const staleAfterMs = 15 * writerSignsEveryMs;

/** What backups left that were killed. One that another process is writing stays. */
export async function deleteStaleParts(directory: string, now: Date): Promise<void> {
  const parts = (await readdir(directory)).filter(
    (name) =>
      name.endsWith(unfinishedSuffix) && named.test(name.slice(0, -unfinishedSuffix.length)),
  );
  for (const name of parts) {
    const path = join(directory, name);
    // Another backup may have finished or deleted it meanwhile.
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < before(now, staleAfterMs)) await rm(path, { force: true });
  }
}
