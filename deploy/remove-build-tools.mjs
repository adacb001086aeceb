import { globSync, rmSync } from "node:fs";

// Takes out of node_modules and .next what only the build used. deploy/try-dockerfile.mjs starts
// what is left.

const unused = [".next/{cache,diagnostics,types}", "node_modules/**/*.{d.ts,d.mts,d.cts,map,md}"];

for (const path of globSync(unused)) rmSync(path, { recursive: true, force: true });
