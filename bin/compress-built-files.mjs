import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const folder = ".next/static";
/** Fonts are compressed already. */
const compressed = [".css", ".js", ".json", ".svg", ".txt"];
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/**
 * Writes each of the build's files beside itself as brotli and gzip, so that no request waits for
 * it.
 */
export async function compressBuiltFiles() {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => compressed.includes(extname(name)))) {
    const path = join(folder, file);
    const content = await readFile(path);
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content, best));
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}
