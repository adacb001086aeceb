import { format, stripVTControlCharacters } from "node:util";
import { log } from "@/lib/log";
import { withoutPersonalText } from "@/lib/log-errors";

const levels = {
  error: "error",
  warn: "warn",
  log: "info",
  info: "info",
  debug: "debug",
  trace: "debug",
} as const;

/** Includes Node's warnings. What the start says to the operator bypasses the console. */
export function logConsole(
  target: Pick<typeof log, "error" | "warn" | "info" | "debug"> = log,
): void {
  for (const [method, level] of Object.entries(levels)) {
    console[method as keyof typeof levels] = (...said: unknown[]) => {
      const error = said.find((each) => each instanceof Error);
      target[level]({ from: "console", ...(error && { err: error }) }, textOf(said));
    };
  }
  process.removeAllListeners("warning");
  process.on("warning", (warning) => target.warn({ from: "node", err: warning }, "Node warns"));
}

/** Objects are left out: they may be anything, such as a posted form. */
function textOf(said: unknown[]): string {
  const sentences = said.filter((each) => typeof each === "string" || typeof each === "number");
  const text = withoutPersonalText(stripVTControlCharacters(format(...sentences)));
  return /\p{L}/u.test(text) ? text : "Next or a package wrote to the console";
}
