import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Load = { requestsPerSecond: number; /** Milliseconds. */ p99: number; errors: number };

/** A server so slow that it answered less often than this is measured for longer. */
const fewestAnswers = 100;

/** Loads an address from a process of its own, keeping 32 connections busy. */
export async function load(url: string, seconds: number): Promise<Load> {
  await shoot(url, 1);
  const loaded = await shoot(url, seconds);
  return loaded.requestsPerSecond * seconds < fewestAnswers ? shoot(url, seconds * 10) : loaded;
}

async function shoot(url: string, seconds: number): Promise<Load> {
  const rest = [
    "--json",
    "--no-progress",
    "--connections",
    "32",
    "--duration",
    String(seconds),
    "--timeout",
    "60",
    "--headers",
    "accept-encoding=br",
    url,
  ];
  const { stdout } = await run("node_modules/.bin/autocannon", rest, { maxBuffer: 10_000_000 });
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
