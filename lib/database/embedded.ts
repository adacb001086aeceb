import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { takeDirectory, type Holder } from "@/lib/database/directory-lock";
import { log } from "@/lib/log";
import { closeToOthers, makeDataDirectory } from "@/lib/process/data-directory";
import { StartError } from "@/lib/process/start-error";

export type Database = { url: string; close: () => Promise<void> };

// The shortest limit for a socket's path: macOS has 103 bytes, Linux 107.
const maxSocketPathLength = 103;

/** PGlite behind a socket that only this user can reach. @throws StartError if it is in use */
export const openEmbeddedDatabase = (dataDirectory: string): Promise<Database> =>
  open(makeDataDirectory(dataDirectory), refuse);

/** For the operator's commands: uses the database of the running site if there is one. */
export const joinEmbeddedDatabase = (dataDirectory: string): Promise<Database> =>
  open(makeDataDirectory(dataDirectory), share);

export const hasEmbeddedDatabase = (dataDirectory: string): boolean =>
  existsSync(join(dataDirectory, "database"));

/** In memory, gone when it is closed. */
export async function openScratchDatabase(): Promise<Database> {
  const directory = mkdtempSync(join(tmpdir(), "coalition-scratch-"));
  const database = await listen(undefined, directory);
  return {
    url: database.url,
    close: () => database.close().finally(() => rmSync(directory, { recursive: true })),
  };
}

type WhenHeld = (directory: string, holder: Holder | null) => Database;

function refuse(directory: string, holder: Holder | null): never {
  const process = holder ? `the process ${holder.pid}` : "another process";
  throw new StartError(
    `The data directory ${directory} is in use by ${process}: stop it first, or set DATA_DIR to another directory.`,
  );
}

function share(directory: string, holder: Holder | null): Database {
  return holder ? { url: holder.url, close: () => Promise.resolve() } : refuse(directory, holder);
}

async function open(directory: string, whenHeld: WhenHeld): Promise<Database> {
  const lock = takeDirectory(directory);
  if ("heldBy" in lock) return whenHeld(directory, lock.heldBy);
  const socketDirectory = join(directory, "socket");
  lock.announce({ pid: process.pid, url: urlOf(socketDirectory) });
  const database = await listen(join(directory, "database"), socketDirectory);
  closeToOthers(directory);
  return { url: database.url, close: () => database.close().finally(lock.release) };
}

/** Not by the address of this module, which the build puts elsewhere. */
const workerFile = join(
  /* turbopackIgnore: true */ process.cwd(),
  ...["lib", "database", "embedded-worker.ts"],
);

const mark = "application_name=embedded";

const urlOf = (socketDirectory: string) =>
  `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDirectory)}&${mark}`;

export const isEmbedded = (url: string): boolean => url.endsWith(mark);

async function listen(directory: string | undefined, socketDirectory: string): Promise<Database> {
  const socketPath = join(socketDirectory, ".s.PGSQL.5432");
  if (Buffer.byteLength(socketPath) > maxSocketPathLength) {
    throw new StartError(
      `The path of the data directory is too long for the socket in it (${socketPath}): set DATA_DIR to a shorter one.`,
    );
  }
  mkdirSync(socketDirectory, { recursive: true });
  chmodSync(socketDirectory, 0o700);
  rmSync(socketPath, { force: true });

  const worker = new Worker(workerFile, {
    workerData: { directory, socketPath },
    execArgv: [],
  });
  await once(worker, "message").catch((error: unknown) => {
    throw new StartError(
      `The embedded database${directory ? ` in ${directory}` : ""} cannot be opened (${String(error)}).`,
    );
  });
  worker.on("error", (error) => {
    log.fatal(error, "The embedded database failed");
    process.exit(1);
  });
  return {
    url: urlOf(socketDirectory),
    close: async () => {
      worker.postMessage("close");
      await once(worker, "exit");
    },
  };
}
