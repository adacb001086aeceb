import { access, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { StartError } from "@/lib/process/start-error";

/**
 * Makes it where it is missing, for its owner alone. Returns the whole path.
 * @param setting the one that names it
 * @throws StartError where it cannot be made, or is another user's
 */
export async function makeWritableDirectory(path: string, setting: string): Promise<string> {
  const directory = resolve(path);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new StartError(
      `This user cannot write to ${directory} (${(error as NodeJS.ErrnoException).code}): see ${setting}.`,
    );
  }
  return directory;
}
