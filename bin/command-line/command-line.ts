import { resolve } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { StartError } from "@/lib/process/start-error";

/**
 * Reads what was typed behind the command.
 * @param usage how it is typed
 * @param words how many there must be beside the options
 * @throws StartError that says how it is typed
 */
export function options<Options extends ParseArgsOptionsConfig>(
  usage: string,
  known: Options,
  words: number,
) {
  const read = parse(usage, known);
  if (read.positionals.length !== words) throw new StartError(`Type: ${usage}`);
  return read;
}

function parse<Options extends ParseArgsOptionsConfig>(usage: string, known: Options) {
  try {
    return parseArgs({ options: known, allowPositionals: true });
  } catch (error) {
    throw new StartError(`${(error as Error).message}. Type: ${usage}`);
  }
}

/** npm runs commands in the project's folder, and says from where they were typed. */
export const pathFrom = (typed: string): string => resolve(process.env.INIT_CWD ?? "", typed);
