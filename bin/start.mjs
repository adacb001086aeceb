#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { buildSite, checkNode, generateClient, installPackages } from "./prepare.mjs";
import { node, ProgramError, toolSettings } from "./run.mjs";

// npm start, and npm run dev with the word "dev": from an empty clone to a running site.
// Plain JavaScript for the machine's own Node; what it installs brings a newer one, under which the site runs.

process.chdir(new URL("..", import.meta.url).pathname);
const isDevelopment = process.argv[2] === "dev";

async function prepare() {
  checkNode();
  await installPackages();
  await generateClient();
  if (!isDevelopment) await buildSite();
}

function serve() {
  const env = { ...toolSettings, NODE_ENV: isDevelopment ? "development" : "production" };
  const settingsFile = existsSync(".env") ? ["--env-file=.env"] : [];
  const site = spawn(node, [...settingsFile, "--import", "tsx", "server.ts"], { env, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => site.kill(signal));
  site.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

try {
  await prepare();
} catch (error) {
  console.error(`\n${error instanceof ProgramError ? error.message : error}`);
  process.exit(1);
}
serve();
