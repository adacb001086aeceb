#!/usr/bin/env node
import { spawn } from "node:child_process";
import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { builtServer, root, siteEnvironment, siteOptions, toolSettings } from "./run.mjs";
import { supervise } from "./supervise.mjs";

// Serves the built site in PROCESSES processes that share a port, and starts again what dies of
// them. It stands behind npm start, and is what a container or a unit runs: nothing is installed or
// built.

process.chdir(root);
if (existsSync(".env")) process.loadEnvFile();
const env = { ...siteEnvironment, ...process.env, ...toolSettings, NODE_ENV: "production" };
const count = processCount(process.env);
await supervise(count, count === 1 ? startAlone : startInCluster);

/** What is no number counts as one: the process then says what is wrong (lib/env.ts). */
function processCount({ PROCESSES, DATABASE_URL }) {
  const wanted = PROCESSES?.trim() === "all" ? availableParallelism() : Number(PROCESSES);
  return DATABASE_URL?.trim() && wanted >= 1 && wanted <= 64 ? Math.floor(wanted) : 1;
}

/** The fourth channel: by it the process tells that it is ready. */
function startAlone() {
  const stdio = /** @type {const} */ (["inherit", "inherit", "inherit", "ipc"]);
  return spawn(process.execPath, [...siteOptions, builtServer], { env, stdio });
}

/** @param {import("./supervise.mjs").Place} place */
function startInCluster({ number, isBesideOthers }) {
  const args = [`--process=${number}`, ...(isBesideOthers ? ["--beside-others"] : [])];
  cluster.setupPrimary({ exec: builtServer, execArgv: siteOptions, args });
  return cluster.fork(env).process;
}
