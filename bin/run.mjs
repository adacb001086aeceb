import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const programs = join(root, "node_modules", ".bin");

/** Node 24, which the package "node" brings along: the machine's own may be older. */
const node = join(programs, "node");

/**
 * @type {NodeJS.ProcessEnv} What the tools are run with: the project's programs first, and nothing
 * that reports home or downloads engines.
 */
export const toolSettings = {
  ...process.env,
  PATH: `${programs}${delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  // Any program that exists: Prisma then downloads no engine, and generating the client needs none.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** A program that did not end well, with everything that it said. */
export class ProgramError extends Error {
  /**
   * @param {string} program
   * @param {string} output
   */
  constructor(program, output) {
    super(`${program} failed:\n${output.trim()}`);
  }
}

/**
 * Runs a program and keeps what it says to itself unless it fails.
 * @param {string} program
 * @param {string[]} [rest]
 * @param {{ env?: NodeJS.ProcessEnv, hear?: (output: string) => void }} [options] hear is given the
 *   output as it comes
 * @returns {Promise<string>} what it said
 */
export function runQuietly(program, rest = [], { env = toolSettings, hear = () => {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, rest, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        hear(text);
      });
    }
    child.on("error", (error) => fail(new ProgramError(program, error.message)));
    child.on("close", (code) =>
      code === 0 ? done(output) : fail(new ProgramError([program, ...rest].join(" "), output)),
    );
  });
}

/**
 * One of the project's own tools, by the name that npm gives it.
 * @param {string} name
 */
export const tool = (name) => join(programs, name);

/**
 * Left alone, Node gives the young part of the heap more the more memory the machine has: 100 MB of
 * the site's memory here, for no measurable gain.
 */
const youngHeap = "--max-semi-space-size=8";

/** What Node is told when it runs the project's TypeScript. */
export const nodeOptions = [youngHeap, "--import", "tsx"];

/** What the build makes of server.ts and all that it imports but packages. */
export const builtServer = ".next/bundle/server.mjs";

/**
 * What Node is told when it runs the site in production: the old part of the heap is cleaned before
 * it has grown by what nobody needs. With 1,500 signatories and 1,200 different pages it held
 * 150 MB; without a bound the process took 650 MB, with one of 256 MB 440.
 */
export const siteOptions = ["--max-old-space-size=320", youngHeap];

/**
 * The environment of the site in production. From this size on, in bytes, glibc gives a block of
 * memory back to the system when it is freed. Left alone, it raises the size up to 32 MB, and the
 * process keeps some 50 MB that compression has freed.
 */
export const siteEnvironment = { MALLOC_MMAP_THRESHOLD_: "131072" };

const settingsFile = () => (existsSync(".env") ? ["--env-file=.env"] : []);

/** Serves the built site under its own Node. */
export const serveSite = () => goOn(["bin/serve.mjs"], toolSettings);

/**
 * Goes on in a TypeScript file of the project, under its own Node, with the settings of .env. Ends
 * when that ends.
 * @param {string} file
 * @param {string[]} [rest]
 * @param {NodeJS.ProcessEnv} [env]
 */
export const goOnIn = (file, rest = [], env = toolSettings) =>
  goOn([...settingsFile(), ...nodeOptions, file, ...rest], env);

/**
 * @param {string[]} rest
 * @param {NodeJS.ProcessEnv} env
 */
function goOn(rest, env) {
  const child = spawn(node, rest, { env, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
