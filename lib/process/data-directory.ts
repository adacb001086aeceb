import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartError } from "@/lib/process/start-error";

const forOthers = 0o077;
const stickyBit = 0o1000;

/** Closes it to other users. Returns the whole path. @throws StartError if it cannot be used */
export function makeDataDirectory(path: string): string {
  const directory = resolve(path);
  process.umask(forOthers);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data directory ${directory} cannot be made (${(error as NodeJS.ErrnoException).code}): see DATA_DIR.`,
    );
  }
  if (statSync(directory).mode & stickyBit) {
    throw new StartError(
      `The data directory ${directory} is shared with other programs: set DATA_DIR to a directory of its own.`,
    );
  }
  closeToOthers(realpathSync(directory));
  return directory;
}

/** Anything else there is not the site's to change. */
const kept = ["database", "lock", "running.json", "secret", "socket"];

/** Called again after the embedded database and its lock, which set file modes of their own. */
export function closeToOthers(directory: string): void {
  close(directory);
  for (const name of kept) closeWithContents(join(directory, name));
}

function closeWithContents(path: string): void {
  const isDirectory = close(path);
  if (isDirectory) for (const name of readdirSync(path)) closeWithContents(join(path, name));
}

/** Leaves alone what is gone, or another user's, as a mounted directory may be. */
function close(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink()) return false;
  try {
    if (found.mode & forOthers) chmodSync(path, found.mode & 0o700);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EPERM", "ENOENT", "EROFS"].includes(code)) throw error;
  }
  return found.isDirectory();
}
