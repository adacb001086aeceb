import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { get } from "@/tests/bench/front/ask";
import { endWithThisProcess } from "@/tests/support/processes/end-with-process";

// A visitor who reads public pages while something else is measured. It is a process of its own:
// one that also plays the residents would wait for itself, and take that for the site's answer.

const publicPages = ["/en", "/en/cities", "/en/endorse"];

/** Ten times a second until the work is done. Gives how long each answer took, in milliseconds. */
export async function probeWhile(siteUrl: string, work: Promise<unknown>): Promise<number[]> {
  const visitor = fork(fileURLToPath(import.meta.url), [siteUrl], {
    execArgv: ["--import", "tsx"],
  });
  endWithThisProcess(visitor);
  await once(visitor, "message");
  await work.catch(() => undefined);
  const answered = once(visitor, "message") as Promise<[number[]]>;
  visitor.send("stop");
  const [milliseconds] = await answered;
  await once(visitor, "exit");
  return milliseconds;
}

async function visit(siteUrl: string, end: AbortSignal): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; !end.aborted; turn++) {
    const { milliseconds } = await get(siteUrl + (publicPages[turn % publicPages.length] ?? ""));
    took.push(milliseconds);
    await pause(100);
  }
  return took;
}

const [, program, siteUrl] = process.argv;
if (program === fileURLToPath(import.meta.url) && siteUrl && process.send) {
  const end = new AbortController();
  process.once("message", () => end.abort());
  process.send("ready");
  process.send(await visit(siteUrl, end.signal));
  process.disconnect();
  process.exit();
}
