// Draws the land of the maps: `npm run generate:map`. The files are committed, so that a build
// needs no atlas.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawLand } from "@/bin/generate/map-land-drawing";
import { baseMaps } from "@/lib/map/base-maps";

const folder = join(import.meta.dirname, "../../public");

await mkdir(join(folder, "map"), { recursive: true });
for (const base of baseMaps) {
  await writeFile(join(folder, base.file), drawLand(base));
  console.log(`public${base.file}`);
}
