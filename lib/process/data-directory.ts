import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { StartError } from "@/lib/process/start-error";

/**
 * Makes the data directory where it is missing, for its owner alone. Gives its whole path.
 * @throws StartError when it cannot be made
 */
export function makeDataDirectory(path: string): string {
  const directory = resolve(path);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(`The data directory ${directory} cannot be made (${(error as NodeJS.ErrnoException).code}): see DATA_DIR.`);
  }
  return directory;
}
