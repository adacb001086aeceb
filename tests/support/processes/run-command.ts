import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { nodeOptions } from "@/bin/run.mjs";
import { onceCompiled } from "@/tests/support/runners/once-compiled";

export type Command = {
  child: ChildProcess;
  ended: Promise<{ code: number | null; said: string }>;
};

/** A command of the operator as a process of its own. Only the given settings count. */
export function startCommand(
  file: string,
  rest: readonly string[],
  settings: Record<string, string>,
): Command {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [...nodeOptions, ...onceCompiled, file, ...rest], {
    env: { PATH, HOME, NODE_ENV: "production", LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
}

export const runCommand = (...command: Parameters<typeof startCommand>) =>
  startCommand(...command).ended;
