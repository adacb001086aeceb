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

/**
 * From here on, what Next and others write to the console becomes lines of the log, and so do
 * Node's warnings. What the start says to the person who starts the site goes past the console, to
 * the terminal: its steps, its addresses, and why it cannot start.
 */
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

/**
 * The sentences among it. Objects are left out: they may be anything, such as a form that was
 * posted.
 */
function textOf(said: unknown[]): string {
  const sentences = said.filter((each) => typeof each === "string" || typeof each === "number");
  const text = withoutPersonalText(stripVTControlCharacters(format(...sentences)));
  return /\p{L}/u.test(text) ? text : "Written to the console";
}
