#!/usr/bin/env node
import { spawn } from "node:child_process";
import { buildSite, prepare } from "../prepare.mjs";
import { tool, toolSettings } from "../run.mjs";

// npm run test:soak: the attacks of npm test, two minutes each. Leaves its table in
// bench-results/attacks.md.

const secondsOfEach = process.argv[2] ?? "120";

await prepare([buildSite]);
const env = { ...toolSettings, ATTACK_SECONDS: secondsOfEach };
const soak = spawn(tool("vitest"), ["run", "--project", "attacks"], { env, stdio: "inherit" });
soak.on("exit", (code) => process.exit(code ?? 1));
