import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hourMs } from "@/lib/durations";
import { readEnv } from "@/lib/env";

// Files lie in their rows, or in UPLOADS_DIR where that is set. A name there is the id of a row.

const directory = (): string | undefined => {
  const { UPLOADS_DIR } = readEnv();
  return UPLOADS_DIR && resolve(UPLOADS_DIR);
};

/** @returns what the row holds of it */
export async function storeBytes(
  id: string,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const uploads = directory();
  if (!uploads) return new Uint8Array(bytes);
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const unfinished = join(uploads, `${id}.part`);
  await writeFile(unfinished, bytes, { mode: 0o600, flag: "wx" });
  await rename(unfinished, join(uploads, id));
  return null;
}

/** Null where it has gone. */
export async function loadBytes(file: {
  id: string;
  bytes: Uint8Array<ArrayBuffer> | null;
}): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.bytes) return file.bytes;
  const uploads = directory();
  if (!uploads) return null;
  return readFile(join(uploads, file.id)).then((read) => new Uint8Array(read), ignoreMissing);
}

/** Only after the deletion of their rows is committed. */
export async function forgetBytes(ids: readonly string[]): Promise<void> {
  const uploads = directory();
  if (uploads) await Promise.all(ids.map((id) => rm(join(uploads, id), { force: true })));
}

const named = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.part)?$/;

/** A file that is younger may still get its row. */
const settledAfterMs = hourMs;

/**
 * Deletes files without a row, which a process that died may have left.
 * @param findKnown those of the ids that have a row
 */
export async function forgetLeftBytes(
  findKnown: (ids: string[]) => Promise<string[]>,
  now: Date,
): Promise<number> {
  const uploads = directory();
  if (!uploads) return 0;
  const names = await readdir(uploads).catch(() => []);
  const settled: string[] = [];
  for (const name of names.filter((each) => named.test(each))) {
    const found = await stat(join(uploads, name)).catch(ignoreMissing);
    if (found && now.getTime() - found.mtimeMs > settledAfterMs) settled.push(name);
  }
  const known = new Set(await findKnown(settled.filter((name) => !name.endsWith(".part"))));
  const left = settled.filter((name) => !known.has(name));
  await forgetBytes(left);
  return left.length;
}

function ignoreMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
