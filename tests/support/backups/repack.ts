import { readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { sha256 } from "@/lib/maintenance/archive-writer";
import { manifestName, partsOf, type Manifest } from "@/lib/maintenance/manifest";

export type Entries = Map<string, Buffer>;

/** An archive as somebody could make it who changes what they like. */
export async function repack(
  from: string,
  to: string,
  change: (entries: Entries) => void,
): Promise<string> {
  const entries = await unpack(from);
  change(entries);
  const tar = pack();
  for (const [name, bytes] of entries) tar.entry({ name }, bytes);
  tar.finalize();
  writeFileSync(to, gzipSync(await buffer(tar)));
  return to;
}

async function unpack(path: string): Promise<Entries> {
  const entries: Entries = new Map();
  const tar = extract();
  tar.end(gunzipSync(readFileSync(path)));
  for await (const entry of tar as AsyncIterable<unknown> as AsyncIterable<Entry>) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk);
    entries.set(entry.header.name, Buffer.concat(chunks));
  }
  return entries;
}

type Entry = AsyncIterable<Buffer> & { header: { name: string } };

export function changeManifest(entries: Entries, change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(entries.get(manifestName)?.toString() ?? "") as Manifest;
  change(manifest);
  entries.set(manifestName, Buffer.from(JSON.stringify(manifest)));
}

/** Whoever made the archive put this into it: its sums are right. */
export function replacePart(entries: Entries, name: string, bytes: Buffer): void {
  entries.set(name, bytes);
  changeManifest(entries, (manifest) => {
    const part = partsOf(manifest).find((each) => each.name === name);
    if (!part) throw new Error(`There is no ${name} in the archive.`);
    Object.assign(part, { bytes: bytes.length, sha256: sha256(bytes) });
  });
}
