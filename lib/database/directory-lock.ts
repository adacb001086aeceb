import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type Holder = { pid: number; url: string };

export type DirectoryLock = { announce: (holder: Holder) => void; release: () => void };

/** Node has no file lock; SQLite's is the kernel's and ends with its process, so is never stale. */
export function takeDirectory(directory: string): DirectoryLock | { heldBy: Holder | null } {
  const holderFile = join(directory, "running.json");
  const lock = new DatabaseSync(join(directory, "lock"));
  if (!locks(lock)) {
    lock.close();
    return { heldBy: readHolder(holderFile) };
  }
  return {
    announce: (holder) => writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 }),
    release: () => lock.close(),
  };
}

function locks(lock: DatabaseSync): boolean {
  try {
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    const busy = 5;
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}
