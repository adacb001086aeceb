import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash of the content of files and folders.
 * @param {string[]} paths
 */
function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesBelow))
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * Makes something from sources, unless it was made from the same ones before. The note of what it
 * was made from is written last: work that failed or was interrupted does not count.
 * @param {{ sources: string[], note: string, make: () => Promise<unknown> }} work
 */
export async function makeWhenStale({ sources, note, make }) {
  const current = fingerprint(sources);
  if (existsSync(note) && readFileSync(note, "utf8") === current) return;
  rmSync(note, { force: true });
  await make();
  writeFileSync(note, current);
}
