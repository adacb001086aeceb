import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Decrypter } from "age-encryption";
import { extract, type Header } from "tar-stream";
import { sha256 } from "@/lib/maintenance/archive-writer";
import {
  archiveFormat,
  formatOf,
  manifestName,
  parseManifest,
  partsOf,
  type Manifest,
} from "@/lib/maintenance/manifest";
import { readmeName } from "@/lib/maintenance/readme";
import { StartError } from "@/lib/process/start-error";

/** `identities` are age's secret keys. */
export type Archive = { path: string; identities: readonly string[] };

const largestPart = 512_000_000;
const ageHeader = "age-encryption.org/v1";

/** Before anything is begun. @throws StartError where no archive is there, or its key is missing */
export const refuseUnopenable = async (archive: Archive): Promise<void> =>
  void (await isEncrypted(archive));

/** Reads all of it. @throws StartError if anything in it is not as it was written */
export async function verifyArchive(archive: Archive): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  let manifestBytes: Buffer | null = null;
  await eachEntry(archive, (name, bytes) => {
    if (found.has(name)) throw damaged(archive, `${name} stands in it twice`);
    found.set(name, { bytes: bytes.length, sha256: sha256(bytes) });
    if (name === manifestName) manifestBytes = bytes;
  });
  const manifest = readManifest(archive, manifestBytes);
  for (const part of partsOf(manifest)) {
    const read = found.get(part.name);
    if (!read) throw damaged(archive, `${part.name} is missing`);
    if (read.bytes !== part.bytes || read.sha256 !== part.sha256)
      throw damaged(archive, `${part.name} is not as it was written`);
    found.delete(part.name);
  }
  const [other] = [...found.keys()].filter((name) => ![manifestName, readmeName].includes(name));
  if (other) throw damaged(archive, `nothing tells of ${other}`);
  return manifest;
}

function readManifest(archive: Archive, bytes: Buffer | null): Manifest {
  if (!bytes) throw damaged(archive, `${manifestName} is missing`);
  if ((formatOf(bytes) ?? 0) > archiveFormat)
    throw new StartError(
      `A newer release has made the archive ${archive.path}: restore it with that release.`,
    );
  const manifest = parseManifest(bytes);
  if (!manifest) throw damaged(archive, `${manifestName} cannot be read`);
  return manifest;
}

/** Gives each part of a verified archive, and stops where one has changed since. */
export async function readParts(
  archive: Archive,
  manifest: Manifest,
  take: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const expected = new Map(partsOf(manifest).map((part) => [part.name, part.sha256]));
  await eachEntry(archive, async (name, bytes) => {
    if (name === manifestName || name === readmeName) return;
    if (expected.get(name) !== sha256(bytes))
      throw damaged(archive, `${name} has changed while it was read`);
    expected.delete(name);
    await take(name, bytes);
  });
  if (expected.size > 0) throw damaged(archive, "it has become shorter while it was read");
}

const damaged = ({ path }: Archive, what: string) =>
  new StartError(`The archive ${path} is damaged (${what}). Nothing was restored from it.`);

async function eachEntry(
  archive: Archive,
  take: (name: string, bytes: Buffer) => Promise<void> | void,
): Promise<void> {
  const source = await openPlain(archive);
  const entries = extract();
  const reading = pipeline(source, createGunzip(), entries);
  // Its error ends the loop below too.
  reading.catch(() => undefined);
  let failure: unknown = null;
  try {
    for await (const entry of entries as AsyncIterable<unknown> as AsyncIterable<Entry>) {
      const bytes = await readEntry(archive, entry);
      if (entry.header.type !== "file") continue;
      // Packed again by hand, names begin with "./".
      try {
        await take(entry.header.name.replace(/^\.\//, ""), bytes);
      } catch (error) {
        failure = error;
        throw error;
      }
    }
    await reading;
  } catch (error) {
    source.destroy();
    throw failure ?? explain(archive, error);
  }
}

type Entry = AsyncIterable<Buffer> & { header: Header };

async function readEntry(archive: Archive, entry: Entry): Promise<Buffer> {
  if (entry.header.size > largestPart) throw damaged(archive, `${entry.header.name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Errors of gzip, tar and age say that the archive is damaged; others are what they are. */
function explain(archive: Archive, error: unknown): unknown {
  if (error instanceof StartError) return error;
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (syscall) return error;
  return damaged(archive, code ?? message);
}

async function openPlain(archive: Archive): Promise<Readable> {
  const needsKey = await isEncrypted(archive);
  const file = createReadStream(archive.path);
  if (!needsKey) return file;
  const plain = await decrypt(file, archive.identities).catch(() => {
    throw new StartError(
      `The archive ${archive.path} cannot be decrypted with this key: it was encrypted for another, or its beginning is damaged.`,
    );
  });
  return Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]);
}

async function isEncrypted(archive: Archive): Promise<boolean> {
  if ((await readStart(archive)) !== ageHeader) return false;
  if (archive.identities.length === 0)
    throw new StartError(
      `The archive ${archive.path} is encrypted: name the file with its secret key, --identity key.txt.`,
    );
  return true;
}

async function decrypt(file: Readable, identities: readonly string[]) {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
}

async function readStart({ path }: Archive): Promise<string> {
  try {
    const start = createReadStream(path, { end: ageHeader.length - 1 });
    return Buffer.concat(await start.toArray()).toString("latin1");
  } catch (error) {
    throw new StartError(explainUnopened(path, (error as NodeJS.ErrnoException).code));
  }
}

function explainUnopened(path: string, code: string | undefined): string {
  if (code === "ENOENT") return `There is no archive ${path}: a backup says where it puts its own.`;
  if (code === "EACCES")
    return `This user may not read the archive ${path}: type the command as the user who made it.`;
  return `The archive ${path} cannot be opened (${code}).`;
}
