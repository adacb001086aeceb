import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** Whatever has run so long is no part of a series of failures. */
const stableAfterMs = 60_000;

/**
 * Runs a program until it is asked to stop. One that dies after it was ready is started again,
 * after a pause that doubles each time; one that never was is left, for somebody to put right what
 * is wrong.
 * @param {string} program
 * @param {string[]} rest
 * @param {NodeJS.ProcessEnv} env
 */
export async function supervise(program, rest, env) {
  let wasReady = false;
  let isStopping = false;
  let pauseMs = firstPauseMs;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      isStopping = true;
      if (child?.exitCode === null && child.signalCode === null) child.kill(signal);
      else process.exit(0);
    });
  }
  for (;;) {
    const began = performance.now();
    // The fourth channel: the program tells by it when it is ready.
    child = spawn(program, rest, { env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
    child.once("message", () => (wasReady = true));
    const { code, signal } = await endOf(child);
    if (isStopping || !wasReady) process.exit(code ?? 1);
    if (performance.now() - began > stableAfterMs) pauseMs = firstPauseMs;
    const how = signal ? `by ${signal}` : `with code ${code}`;
    console.error(`The site ended ${how}. It starts again in ${pauseMs / 1_000} s.`);
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
const endOf = (child) =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
