import { SettingError } from "@/lib/env";
import { log } from "@/lib/log";
import { StartError } from "@/lib/process/start-error";

export function exitWith(error: unknown): never {
  if (error instanceof StartError || error instanceof SettingError)
    process.stderr.write(`${error.message}\n`);
  else log.fatal(error, "The process ends");
  process.exit(1);
}
