import { randomUUID } from "node:crypto";
import { Agent, request, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

// A process of its own: it attacks a site in one way until its time is over, and prints how the
// site answered, as JSON. Usage: attacker.ts <attack> <url> <seconds>

const [attack = "", url = "", seconds = "1"] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const endsAt = performance.now() + Number(seconds) * 1_000;
const isOver = () => performance.now() > endsAt;

/** How often each thing happened, by the status of the answer or the code of the error. */
const outcomes: Record<string, number> = {};
const note = (outcome: string | number): void =>
  void (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);

/** Keeps so many connections at it. */
async function atOnce(count: number, once: () => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (!isOver()) await once();
    }),
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

function send(path: string, options: RequestOptions = {}, body?: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const question = request({ hostname, port, path, agent, ...options }, (answer) => {
      note(answer.statusCode ?? 0);
      answer.resume().once("close", resolve);
    });
    question.once("error", (error: NodeJS.ErrnoException) => {
      note(error.code ?? "error");
      // A refused connection is no reason to spin.
      void sleep(20).then(() => resolve());
    });
    question.end(body);
  });
}

/** Opens a connection, sends the beginning of something, and waits until it is cut off. */
function open(beginning: string, byteEveryMs?: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname).setEncoding("latin1");
    let writing: NodeJS.Timeout | undefined;
    socket.once("connect", () => {
      socket.write(beginning);
      if (byteEveryMs) writing = setInterval(() => socket.write("-"), byteEveryMs);
    });
    socket.once("data", (answer: string) => {
      note(answer.slice(9, 12));
      socket.end();
    });
    const over = setInterval(() => isOver() && socket.destroy(), 200);
    socket.on("error", (error: NodeJS.ErrnoException) => note(error.code ?? "error"));
    socket.once("close", () => {
      clearInterval(writing);
      clearInterval(over);
      void sleep(20).then(() => resolve());
    });
  });
}

const head = (length: number) =>
  `POST /en/join HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n`;

/** The form to join as a browser without scripts posts it, with so many bytes in its fields. */
async function joinForm(bytes: number): Promise<{ options: RequestOptions; body: Buffer }> {
  const html = await (await fetch(`${url}/en/join`)).text();
  const form = new FormData();
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(input) ?? [];
    form.set(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  const names = ["contactName", "contactRole", "mandateBody", "mandateAuthorityName", "cityQuery"];
  for (const name of names) form.set(name, "ä".repeat(bytes / names.length / 2));
  form.set("intent", "next");
  const sent = new Request(`${url}/en/join`, { method: "POST", body: form });
  const headers = { "content-type": sent.headers.get("content-type") ?? "" };
  return { options: { method: "POST", headers }, body: Buffer.from(await sent.arrayBuffer()) };
}

async function postForms(count: number, bytes: number): Promise<void> {
  const { options, body } = await joinForm(bytes);
  await atOnce(count, () => send("/en/join", options, body));
}

const attacks: Record<string, () => Promise<void>> = {
  "60 posts of 950 kB": () => postForms(60, 950_000),
  "400 posts of 60 kB": () => postForms(400, 60_000),
  "4,000 posts that stall": () => atOnce(4_000, () => open(`${head(100_000)}--x\r\n`)),
  "200 posts byte by byte": () => atOnce(200, () => open(head(100_000), 10)),
  "1,000 connections with unique questions": () =>
    atOnce(1_000, () => send(`/en/cities?query=${randomUUID()}`)),
  "4,000 visitors who hang up at once": () =>
    atOnce(4_000, async () => {
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      socket.once("connect", () => {
        socket.write(`GET /en/cities?query=${randomUUID()} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
        setTimeout(() => socket.destroy(), 5);
      });
      await new Promise((resolve) => socket.once("close", resolve));
      note("hung up");
      await sleep(1_000);
    }),
};

const run = attacks[attack];
if (!run) throw new Error(`There is no attack called "${attack}".`);
await run();
console.log(JSON.stringify(outcomes));
process.exit();
