// Makes the font files that pages fetch: `npm run generate:fonts`. They are committed, so that a
// build does not.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFontFiles } from "@/bin/generate/font-files";

const root = join(import.meta.dirname, "../..");
const files = await makeFontFiles();
for (const [name, content] of Object.entries(files)) {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), content);
  console.log(`${name}: ${content.length} bytes`);
}
