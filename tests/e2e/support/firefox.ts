import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFirefox } from "@/bin/checks/find-programs.mjs";
import { endWithThisProcess } from "@/tests/support/processes/end-with-process";

// Playwright drives only a Firefox of its own, which would be a download. An installed one is
// driven by Marionette, the protocol behind geckodriver, which also works where pages run no
// scripts:
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html

/** A Firefox without a window that runs no script of any page. */
export type Firefox = {
  open: (url: string) => Promise<void>;
  /** Types into each field whose label begins with this, in place of what it holds. */
  fill: (label: string, text: string) => Promise<void>;
  /** Clicks each label that begins with this: of radio buttons and checkboxes. */
  check: (label: string) => Promise<void>;
  /** Follows the first link with this text in it. */
  follow: (link: string) => Promise<void>;
  /** Presses a button, and waits for the page that it leads to. */
  press: (button: string) => Promise<void>;
  heading: () => Promise<string>;
  /** Everything that can be read on the page. */
  text: () => Promise<string>;
  close: () => Promise<void>;
};

const settings = { "javascript.enabled": false, "marionette.port": 0 };

/** @throws Error when no Firefox is installed */
export async function startFirefox(): Promise<Firefox> {
  const program = findFirefox();
  if (!program) throw new Error("No Firefox is installed.");
  const profile = await mkdtemp(join(tmpdir(), "coalition-firefox-"));
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, "user.js"), lines.join(""));
  const child = spawn(
    program,
    ["--headless", "--no-remote", "--marionette", "--profile", profile],
    { stdio: "ignore" },
  );
  endWithThisProcess(child);
  const ended = once(child, "exit");
  const socket = connect(await portOf(child, profile), "127.0.0.1");
  const send = marionette(socket);
  await send("WebDriver:NewSession");

  /** The elements at an XPath. @throws Error when there is none */
  const find = async (xpath: string) => {
    const found = await send<object[]>("WebDriver:FindElements", { using: "xpath", value: xpath });
    if (found.length === 0) {
      const page = await send<string>("WebDriver:GetPageSource");
      throw new Error(`There is no ${xpath} on this page:\n${page}`);
    }
    return found.map((reference) => Object.values(reference)[0] as string);
  };
  const click = async (xpath: string) => {
    const [id] = await find(xpath);
    await send("WebDriver:ElementClick", { id });
  };
  const textOf = async (xpath: string) => {
    const [id] = await find(xpath);
    return send<string>("WebDriver:GetElementText", { id });
  };
  const begins = (text: string) => `starts-with(normalize-space(.), ${quoted(text)})`;

  return {
    open: async (url) => void (await send("WebDriver:Navigate", { url })),
    fill: async (label, text) => {
      for (const id of await find(`//*[@id = //label[${begins(label)}]/@for]`)) {
        await send("WebDriver:ElementClear", { id });
        await send("WebDriver:ElementSendKeys", { id, text });
      }
    },
    check: async (label) => {
      for (const id of await find(`//label[${begins(label)}]`))
        await send("WebDriver:ElementClick", { id });
    },
    follow: (link) => click(`//a[contains(., ${quoted(link)})]`),
    press: (button) => click(`//main//button[${begins(button)}]`),
    heading: () => textOf("//h1"),
    text: () => textOf("//body"),
    close: async () => {
      await send("Marionette:Quit", { flags: ["eForceQuit"] });
      await ended;
      socket.destroy();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** XPath has no way to escape a quotation mark. */
const quoted = (text: string) => (text.includes('"') ? `'${text}'` : `"${text}"`);

/** Firefox writes it down once it listens. @throws Error when it ends before */
async function portOf(firefox: ChildProcess, profile: string): Promise<number> {
  while (firefox.exitCode === null && firefox.signalCode === null) {
    const text = await readFile(join(profile, "MarionetteActivePort"), "utf8").catch(() => "");
    if (text) return Number(text);
    await sleep(50);
  }
  throw new Error("Firefox has ended.");
}

type Answer = [type: 1, id: number, error: { message: string } | null, result: unknown];

/**
 * Sends commands, each of which is answered before the next. A message is its length in bytes, a
 * colon, and JSON.
 */
function marionette(socket: Socket) {
  const chunks = socket.iterator();
  let received = Buffer.alloc(0);
  const nextMessage = async () => {
    for (;;) {
      const colon = received.indexOf(":");
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
      if (colon > 0 && received.length >= end) {
        const message = JSON.parse(received.subarray(colon + 1, end).toString()) as unknown;
        received = received.subarray(end);
        return message;
      }
      const chunk = await chunks.next();
      if (chunk.done) throw new Error("Firefox has hung up.");
      received = Buffer.concat([received, chunk.value as Buffer]);
    }
  };
  const greeting = nextMessage();
  let id = 0;
  return async <Result = unknown>(command: string, parameters: object = {}): Promise<Result> => {
    await greeting;
    id += 1;
    const text = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = (await nextMessage()) as Answer;
    if (error) throw new Error(`${command}: ${error.message}`);
    return (
      result && typeof result === "object" && "value" in result ? result.value : result
    ) as Result;
  };
}
