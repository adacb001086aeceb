#!/usr/bin/env node
import { spawn } from "node:child_process";
import { buildSite, prepare } from "./prepare.mjs";
import { tool, toolSettings } from "./run.mjs";

// npm run looks: the main pages beside their kept pictures. With --update-snapshots, the pictures are made anew.

await prepare([buildSite]);
const rest = ["test", "--config", "playwright.looks.config.ts", ...process.argv.slice(2)];
spawn(tool("playwright"), rest, { env: toolSettings, stdio: "inherit" }).on("close", (code) => process.exit(code ?? 1));
