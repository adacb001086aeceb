#!/usr/bin/env node
import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { tool, toolSettings } from "./run.mjs";

// npm run test:mutation: makes one small fault after the other and says which of them no test notices.
// With names of files, or with name:from-to for some lines, in these alone.

await prepare();
const files = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const options = process.argv.slice(2).filter((each) => each.startsWith("--"));
const rest = ["run", ...(files.length > 0 ? ["--mutate", files.join(",")] : []), ...options];
spawn(tool("stryker"), rest, { env: toolSettings, stdio: "inherit" }).on("close", (code) => process.exit(code ?? 1));
