import { SettingError } from "@/lib/env";
import { log } from "@/lib/log";
import { StartError } from "@/lib/process/start-error";

/**
 * Ends the process: with the one sentence of an error meant for people, with everything that is
 * known of any other.
 */
export function exitWith(error: unknown): never {
  if (error instanceof StartError || error instanceof SettingError)
    process.stderr.write(`${error.message}\n`);
  else log.fatal(error, "The process ends");
  process.exit(1);
}
