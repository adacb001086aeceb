import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { builtServer, siteEnvironment, siteOptions } from "@/bin/run.mjs";
import { endWithThisProcess } from "@/tests/support/processes/end-with-process";

/** The site as a process of its own, built for production. */
export type SiteProcess = {
  url: string;
  pid: number;
  /** Everything that it has said so far. */
  output: () => string;
  /** Sends a signal and waits for the end. Gives the exit code, null when the signal ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

type Settings = Record<string, string>;
export const server = [...siteOptions, builtServer];
export const starter = ["bin/start.mjs"];

type Child = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Starts the site on a free port and waits until it serves.
 * @param program what Node runs: the process alone, or the starter that looks after it
 * @param folder of the release, where it is another than this one
 * @throws Error with everything it said, when it ends instead
 */
export async function startSite(
  settings: Settings,
  program = server,
  folder?: string,
): Promise<SiteProcess> {
  const { child, output } = spawnSite(settings, program, folder);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const address = /The site is at (\S+)/.exec(output())?.[1];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`The site did not start:\n${output()}`)));
  });
  return { url, pid: child.pid ?? 0, output, end: (signal) => end(child, signal) };
}

/** Starts a site that is expected to end by itself, and waits for that. */
export async function runSite(
  settings: Settings,
  program = server,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnSite(settings, program);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output: output() };
}

/** Only the given settings count, not those of whoever runs the tests. */
function spawnSite(
  settings: Settings,
  program: string[],
  cwd?: string,
): { child: Child; output: () => string } {
  const { PATH = "", HOME = "" } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    ...siteEnvironment,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: "0",
    LOG_LEVEL: "warn",
    ...settings,
  };
  const child = spawn(process.execPath, program, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  endWithThisProcess(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  return { child, output: () => output };
}

async function end(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await ended;
  return code;
}
