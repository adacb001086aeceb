import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findWrk } from "@/bin/checks/find-programs.mjs";

const run = promisify(execFile);

export type Load = { requestsPerSecond: number; /** Milliseconds. */ p99: number; errors: number };

/** A server so slow that it answered less often than this is measured for longer. */
const minAnswers = 100;
const usualConnections = 32;
const secondsToWait = 60;

const wrk = findWrk();
/** autocannon asks some 8,000 times a second, and so is slower than what it measures. */
export const loadGenerator = wrk ? "wrk" : "autocannon, since wrk is not installed";

/** Loads an address from a process of its own, keeping so many connections busy. */
export async function load(
  url: string,
  seconds: number,
  connections = usualConnections,
): Promise<Load> {
  await shoot(url, 1, connections);
  const loaded = await shoot(url, seconds, connections);
  return loaded.requestsPerSecond * seconds < minAnswers
    ? shoot(url, seconds * 10, connections)
    : loaded;
}

const shoot = (url: string, seconds: number, connections: number): Promise<Load> =>
  wrk
    ? shootWithWrk(wrk, url, seconds, connections)
    : shootWithAutocannon(url, seconds, connections);

async function shootWithWrk(
  program: string,
  url: string,
  seconds: number,
  connections: number,
): Promise<Load> {
  const { stdout } = await run(program, [
    ...["--threads", "1", "--connections", String(connections), "--duration", `${seconds}s`],
    ...["--timeout", `${secondsToWait}s`, "--latency", "--header", "accept-encoding: br", url],
  ]);
  return readWrk(stdout);
}

const millisecondsIn: Record<string, number> = { us: 0.001, ms: 1, s: 1_000, m: 60_000 };

/** What wrk says of a run. Failed connections and bad answers are only named when there are some. */
export function readWrk(output: string): Load {
  const [, rate = NaN] = /Requests\/sec:\s*([\d.]+)/.exec(output) ?? [];
  const [, p99 = NaN, unit = ""] = /\s99%\s+([\d.]+)([a-z]+)/.exec(output) ?? [];
  const failures = [...output.matchAll(/(?:Socket errors|responses):(.*)/g)];
  const counts = failures.flatMap(([, counted = ""]) => counted.match(/\d+/g) ?? []);
  return {
    requestsPerSecond: Number(rate),
    p99: Number(p99) * (millisecondsIn[unit] ?? NaN),
    errors: counts.reduce((sum, count) => sum + Number(count), 0),
  };
}

async function shootWithAutocannon(
  url: string,
  seconds: number,
  connections: number,
): Promise<Load> {
  const options = [
    ...["--json", "--no-progress", "--connections", String(connections)],
    ...[
      "--duration",
      String(seconds),
      "--timeout",
      String(secondsToWait),
      "--headers",
      "accept-encoding=br",
      url,
    ],
  ];
  const { stdout } = await run("node_modules/.bin/autocannon", options, { maxBuffer: 10_000_000 });
  const result = JSON.parse(stdout) as {
    requests: { total: number };
    duration: number;
    latency: { p99: number };
    errors: number;
    non2xx: number;
  };
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}
