import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { pathFrom } from "@/bin/command-line/command-line";
import { StartError } from "@/lib/process/start-error";

/** The secret keys in a file as age-keygen writes it. Without a file there are none. */
export async function readIdentities(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const text = await read(file).catch((error: unknown) => {
    throw new StartError(explain(file, (error as NodeJS.ErrnoException).code));
  });
  const keys = text.split(/\s+/).filter((word) => word.startsWith("AGE-SECRET-KEY-"));
  if (keys.length === 0)
    throw new StartError(`The file ${file} holds no secret key of age (AGE-SECRET-KEY-…).`);
  return keys;
}

/** Standard input is not opened by its name: that fails over ssh, and after sudo. */
const read = (file: string): Promise<string> =>
  file === "/dev/stdin" ? readAll(process.stdin) : readFile(pathFrom(file), "utf8");

function explain(file: string, code: string | undefined): string {
  if (code === "ENOENT") return `There is no key file ${file}.`;
  if (code === "EACCES")
    return `This user may not read the key file ${file}. Another user hands it in: --identity /dev/stdin < ${file}.`;
  return `The key file ${file} cannot be read (${code}).`;
}
