import { setTimeout as sleep } from "node:timers/promises";

const firstPauseMs = 1_000;
const maxPauseMs = 60_000;
/** Whatever has run so long is no part of a series of failures. */
const stableAfterMs = 60_000;

/**
 * @typedef {{ number: number, isBesideOthers: boolean }} Place of a process among those of the
 *   site: its number from 1 on, and whether others may be serving already
 */

/**
 * Runs processes until it is asked to stop. One that dies is started again, after a pause that
 * doubles each time; the others go on. The first starts alone, so that migrations are applied and
 * told once. Where it never gets ready, it is left, for somebody to put right what is wrong.
 * @param {number} count
 * @param {(place: Place) => import("node:child_process").ChildProcess} start a process that sends
 *   "ready" when it serves
 */
export async function supervise(count, start) {
  const stopping = new AbortController();
  const { promise: firstIsReady, resolve: goOn } = Promise.withResolvers();
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const running = new Set();
  let wasReady = false;

  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      stopping.abort();
      goOn();
      for (const child of running) child.kill(signal);
    });
  }

  /** Gives the exit code once it was asked to stop. */
  const keep = async (number) => {
    let pauseMs = firstPauseMs;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const child = start({ number, isBesideOthers: running.size > 0 });
      running.add(child);
      child.on("message", (message) => {
        if (message !== "ready") return;
        wasReady = true;
        goOn();
      });
      const { code, signal } = await endOf(child);
      running.delete(child);
      // One that was only beginning to start ends by the signal itself.
      if (stopping.signal.aborted) return code ?? (signal === "SIGKILL" ? 1 : 0);
      if (!wasReady) process.exit(code ?? 1);
      if (performance.now() - began > stableAfterMs) pauseMs = firstPauseMs;
      const who = count === 1 ? "The site" : `Process ${number} of the site`;
      const how = signal ? `by ${signal}` : `with code ${code}`;
      console.error(`${who} ended ${how}. It starts again in ${pauseMs / 1_000} s.`);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, maxPauseMs);
    }
    return 0;
  };

  const keepers = Array.from({ length: count }, async (_, index) => {
    if (index > 0) await firstIsReady;
    return keep(index + 1);
  });
  process.exit(Math.max(...(await Promise.all(keepers))));
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
const endOf = (child) =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
