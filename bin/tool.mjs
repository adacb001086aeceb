#!/usr/bin/env node
import { spawn } from "node:child_process";
import { buildSite, prepare } from "./prepare.mjs";
import { runQuietly, tool, toolSettings } from "./run.mjs";

// What stands behind `npm run lint`, `test:unit` and the others: runs one of the project's tools
// with what is typed after it. With --build, Playwright on the built site.

const [first, ...others] = process.argv.slice(2);
const isBuilt = first === "--build";
const [name = "", ...rest] = isBuilt ? others : [first, ...others];

const env = { NODE_ENV: "test", TEST_DATABASE: "postgres", ...toolSettings };
/** A build takes minutes: a name that no test has is told before. */
const findTests = async () => void (await runQuietly(tool(name), [...rest, "--list"], { env }));

await prepare(isBuilt ? [findTests, buildSite] : []);
spawn(tool(name), rest, { env, stdio: "inherit" }).on("close", (code) => process.exit(code ?? 1));
