import { createHash } from "node:crypto";
import { open, rename, rm, utimes } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Encrypter } from "age-encryption";
import { pack, type Pack } from "tar-stream";
import type { Part } from "@/lib/maintenance/manifest";
import { minuteMs } from "@/lib/durations";
import { StartError } from "@/lib/process/start-error";

/** A tar file, compressed, and encrypted where there are recipients. */
export class ArchiveWriter {
  private constructor(
    private readonly tar: Pack,
    private readonly written: Promise<void>,
  ) {}

  static async open(path: string, recipients: readonly string[]): Promise<ArchiveWriter> {
    const encrypter = encrypterFor(recipients);
    const file = (await open(path, "wx", 0o600)).createWriteStream();
    const tar = pack();
    const gzip = tar.pipe(createGzip());
    const output = encrypter ? await encrypt(gzip, encrypter) : gzip;
    // However one of them ends, all of them do.
    for (const stream of [gzip, output])
      stream.on("error", (error: Error) => void file.destroy(error));
    tar.on("error", (error: Error) => void file.destroy(error));
    file.on("error", (error) => {
      tar.destroy(error);
    });
    output.pipe(file);
    const written = finished(file);
    // Who adds to the archive or closes it hears of it.
    written.catch(() => undefined);
    return new ArchiveWriter(tar, written);
  }

  async add(name: string, bytes: Buffer): Promise<Part> {
    const added = new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime: new Date() };
      this.tar.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
    });
    // Where the disk is full, the entry is never taken.
    await Promise.race([this.written, added]);
    return { name, bytes: bytes.length, sha256: sha256(bytes) };
  }

  async close(): Promise<void> {
    this.tar.finalize();
    await this.written;
  }

  async abort(): Promise<void> {
    this.tar.destroy(new Error("The archive was given up."));
    await this.written.catch(() => undefined);
  }
}

function encrypterFor(recipients: readonly string[]): Encrypter | null {
  if (recipients.length === 0) return null;
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new StartError(
        `BACKUP_RECIPIENT has ${recipient}, which is no public key of age: see age-keygen.`,
      );
    }
  }
  return encrypter;
}

async function encrypt(plain: Readable, encrypter: Encrypter): Promise<Readable> {
  const web = Readable.toWeb(plain) as ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(web)) as Parameters<typeof Readable.fromWeb>[0]);
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

export const unfinishedSuffix = ".part";

/** Also while nothing is written, as the database may let it wait. */
export const writerSignsEveryMs = minuteMs;

/** What stands under the final name is whole and on the disk. */
export async function writeWhole<Result>(
  path: string,
  write: (unfinished: string) => Promise<Result>,
): Promise<Result> {
  const unfinished = path + unfinishedSuffix;
  const signing = setInterval(() => void sign(unfinished), writerSignsEveryMs);
  try {
    const result = await write(unfinished);
    await sync(unfinished);
    await rename(unfinished, path);
    await sync(dirname(path));
    return result;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isDiskFull(error) ? new StartError(explainFullDisk(path)) : error;
  } finally {
    clearInterval(signing);
  }
}

/** By the time of its last change others see that somebody is writing it. */
const sign = (unfinished: string): Promise<void> =>
  utimes(unfinished, new Date(), new Date()).catch(() => undefined);

const isDiskFull = (error: unknown): boolean =>
  ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "");

const explainFullDisk = (path: string): string =>
  `The disk of ${dirname(path)} is full: ${basename(path)} was given up, and nothing of it is left. Make room, then try again.`;

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
