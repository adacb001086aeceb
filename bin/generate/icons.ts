// Makes the icons from the one drawing of the mark: `npm run generate:icons`. The files are
// committed, so that a build does not.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeIconFiles } from "@/bin/generate/icon-files";

const root = join(import.meta.dirname, "../..");
const files = await makeIconFiles();
for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
console.log(Object.keys(files).join("\n"));
