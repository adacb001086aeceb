import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { promisify } from "node:util";

/** Where fill-data.ts makes it. */
export const filledData = "node_modules/.cache/filled-data";

/**
 * Copies the data directory of a site that was started once, with all the places of the world. To
 * load them takes half a minute, and they are the same until the sources change.
 */
export async function copyFilledData(directory: string): Promise<void> {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production" as const, LOG_LEVEL: "warn" };
  const program = ["--import", "tsx", "tests/support/database/fill-data.ts"];
  await promisify(execFile)(process.execPath, program, { env });
  await cp(filledData, directory, { recursive: true });
}
