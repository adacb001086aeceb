import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeError } from "@/lib/log-errors";
import { logConsole } from "@/lib/process/log-console";

const before = { ...console };
const warningListeners = process.listeners("warning");
let lines: string[];

beforeEach(() => {
  lines = [];
  const destination = { write: (line: string) => void lines.push(line) };
  logConsole(
    pino({ base: undefined, level: "debug", serializers: { err: describeError } }, destination),
  );
});

afterEach(() => {
  Object.assign(console, before);
  process.removeAllListeners("warning");
  for (const listener of warningListeners) process.on("warning", listener);
});

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test("an error that Next writes, with its mark before it, is one line of the log", () => {
  console.error(
    " \u001B[31m⨯\u001B[39m",
    Object.assign(new Error("The page\nfailed"), { digest: "1234" }),
  );
  expect(logged()).toMatchObject([
    {
      level: 50,
      from: "console",
      msg: "Next or a package wrote to the console",
      err: { message: "The page failed", digest: "1234" },
    },
  ]);
});

test("a sentence stays, what it quotes does not, and objects are left out", () => {
  console.warn('Failed to find Server Action "%s".', "officer@ghent.example");
  console.log("Posted", { email: "officer@ghent.example" });
  expect(logged()).toMatchObject([
    { level: 40, msg: 'Failed to find Server Action "…".' },
    { level: 30, msg: "Posted" },
  ]);
  expect(lines.join()).not.toContain("officer");
});

test("Node's warnings are lines of the log", async () => {
  process.emitWarning("This is deprecated", "DeprecationWarning");
  await new Promise(setImmediate);
  expect(logged()).toMatchObject([
    { level: 40, from: "node", err: { type: "DeprecationWarning", message: "This is deprecated" } },
  ]);
});
