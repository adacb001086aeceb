import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Encrypter } from "age-encryption";
import { pack, type Pack } from "tar-stream";
import type { Part } from "@/lib/maintenance/manifest";
import { StartError } from "@/lib/process/start-error";

/** A tar file, compressed, and encrypted where there are recipients. */
export class ArchiveWriter {
  private constructor(
    private readonly tar: Pack,
    private readonly written: Promise<void>,
  ) {}

  static async open(path: string, recipients: readonly string[]): Promise<ArchiveWriter> {
    const tar = pack();
    const gzip = tar.pipe(createGzip());
    const output = recipients.length > 0 ? await encrypt(gzip, recipients) : gzip;
    const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
    for (const stream of [gzip, output]) stream.on("error", (error: Error) => file.destroy(error));
    file.on("error", (error) => tar.destroy(error));
    output.pipe(file);
    const written = finished(file);
    // Who closes the archive hears of it.
    written.catch(() => undefined);
    return new ArchiveWriter(tar, written);
  }

  async add(name: string, bytes: Buffer): Promise<Part> {
    const added = new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime: new Date() };
      this.tar.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
    });
    // Where the disk is full, the entry is never taken.
    await Promise.race([added, this.written]);
    return { name, bytes: bytes.length, sha256: sha256(bytes) };
  }

  async close(): Promise<void> {
    this.tar.finalize();
    await this.written;
  }

  async abort(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
  }
}

async function encrypt(plain: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  const web = Readable.toWeb(plain) as ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(web)) as Parameters<typeof Readable.fromWeb>[0]);
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new StartError(
      `BACKUP_RECIPIENT has ${recipient}, which is no public key of age: see age-keygen.`,
    );
  }
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** What stands under the final name is whole and on the disk. */
export async function writeWhole<Result>(
  path: string,
  write: (unfinished: string) => Promise<Result>,
): Promise<Result> {
  const unfinished = `${path}.part`;
  try {
    const result = await write(unfinished);
    await sync(unfinished);
    await rename(unfinished, path);
    await sync(dirname(path));
    return result;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
