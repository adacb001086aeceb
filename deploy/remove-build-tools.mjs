import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

// Takes out of node_modules and .next what only a build uses, and query compilers but PostgreSQL's.
// deploy/try-dockerfile.mjs starts what is left.

const otherDatabases = "{cockroachdb,mysql,sqlite,sqlserver}";
const unused = [
  ".next/{cache,diagnostics,types}",
  // The site runs without source maps; the lists are for a build that copies what it needs.
  ".next/**/*.{map,nft.json}",
  "node_modules/**/*.{d.ts,d.mts,d.cts,map,md}",
  `node_modules/@prisma/client/runtime/{*.${otherDatabases},query_compiler_small_bg}.*`,
  "node_modules/next/dist/{docs,esm}",
  "node_modules/next/dist/compiled/next-server/*{.dev.js,-experimental.*}",
  "node_modules/next/dist/compiled/{next-devtools,react-*-experimental}",
  "node_modules/@next/swc-*",
];

// Next would need its compiler, of 96 MB, to read TypeScript at each start.
writeFileSync("next.config.mjs", stripTypeScriptTypes(readFileSync("next.config.ts", "utf8")));
rmSync("next.config.ts");

for (const path of globSync(unused)) rmSync(path, { recursive: true, force: true });
