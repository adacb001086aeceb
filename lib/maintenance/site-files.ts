import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartError } from "@/lib/process/start-error";

// The files of applications in UPLOADS_DIR. A name there is the id of a row: see
// lib/applications/files/storage.ts.

const named = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whole files. Listed after the database's snapshot, each file of a row in it is there. */
export async function listSiteFiles(directory: string): Promise<string[]> {
  const names = await readdir(resolve(directory)).catch(noneIfMissing);
  return names.filter((name) => named.test(name)).sort();
}

/** Null where it was deleted meanwhile. */
export const readSiteFile = (directory: string, name: string): Promise<Buffer | null> =>
  readFile(join(resolve(directory), name)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });

/** Files come under names that the site does not read, and get theirs together. */
export class NewSiteFiles {
  private readonly names: string[] = [];

  constructor(private readonly directory: string) {}

  async add(name: string, bytes: Buffer): Promise<void> {
    if (!named.test(name)) throw new StartError(`The archive names a file ${name}: it is damaged.`);
    await mkdir(resolve(this.directory), { recursive: true, mode: 0o700 });
    await writeFile(this.unfinished(name), bytes, { mode: 0o600 });
    this.names.push(name);
  }

  async publish(): Promise<void> {
    for (const name of this.names)
      await rename(this.unfinished(name), join(resolve(this.directory), name));
  }

  async discard(): Promise<void> {
    for (const name of this.names) {
      await rm(this.unfinished(name), { force: true });
      await rm(join(resolve(this.directory), name), { force: true });
    }
  }

  private readonly unfinished = (name: string) => join(resolve(this.directory), `${name}.part`);
}

function noneIfMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
