import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { makeDataDirectory } from "@/lib/process/data-directory";
import { StartError } from "@/lib/process/start-error";

/** SECRET, or one that is made once and kept in the data directory. @throws StartError */
export function siteSecret({ SECRET, DATA_DIR }: Pick<Env, "SECRET" | "DATA_DIR">): string {
  if (SECRET) return SECRET;
  const file = join(makeDataDirectory(DATA_DIR), "secret");
  makeOnce(file);
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new StartError(`The secret in ${file} is incomplete: delete that file and start again.`);
  return secret;
}

function makeOnce(file: string): void {
  try {
    // "wx" makes a new file or fails, so that a secret in use is never replaced.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
