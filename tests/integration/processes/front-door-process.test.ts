import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request as ask, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { applyMigrations } from "@/lib/database/schema-engine";
import { feedFormats, feedNames } from "@/lib/feeds/feeds";
import { datasets } from "@/lib/open-data/datasets";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import { sitePages } from "@/lib/site-pages";
import { addSampleSignatories, loadSamplePlaces } from "@/tests/support/database/places";
import { freePort, startPostgres, type TestPostgres } from "@/tests/support/database/postgres";
import {
  holdsSecret,
  shown,
  slugsOfApplicants,
  writePrivateTexts,
} from "@/tests/support/public/private-texts";
import { readPublicTexts } from "@/tests/support/public/public-texts";
import { rowsOf } from "@/tests/support/database/traces";
import { server, startSite, type SiteProcess } from "@/tests/support/processes/site-process";

// The built site as a proxy and an operator meet it: one process on one real PostgreSQL.

const publicAddress = "https://coalition.example";

/** Prints every connection that the process opens to somewhere. */
const printConnections = `
  import { Socket } from "node:net";
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...rest) {
    const [first] = rest.flat();
    const port = typeof first === "number" ? first : first?.port;
    if (port) process.stdout.write("CONNECTS TO " + port + "\\n");
    return connect.apply(this, rest);
  };`;
const program = [
  "--import",
  `data:text/javascript,${encodeURIComponent(printConnections)}`,
  ...server,
];

let directory: string;
let postgres: TestPostgres;
let site: SiteProcess;
let port: number;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-front-door-"));
  postgres = await startPostgres();
  process.env.DATABASE_URL = postgres.url;
  await applyMigrations(postgres.url);
  await loadSamplePlaces();
  await addSampleSignatories();
  await writePrivateTexts();
  await takeSnapshots(new Date("2026-11-01T00:01:00Z"));
  await prisma.seedPart.createMany({ data: [{ name: "places" }, { name: "first signatories" }] });
  port = await freePort();
  const settings = {
    DATABASE_URL: postgres.url,
    DATA_DIR: directory,
    SITE_URL: publicAddress,
    PORT: String(port),
  };
  site = await startSite({ ...settings, LOG_LEVEL: "silent" }, program);
});

afterAll(async () => {
  await prisma.$disconnect();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
});

type Question = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  agent?: Agent | false;
};
type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

function send(
  path: string,
  { method = "GET", headers, body, agent = false }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const question = ask({ port, path, method, headers, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    question.on("error", reject).end(body);
  });
}

type Action = { filename: string; exportedName: string };

/** The id by which a page's script names an action of the build. */
function actionId(filename: string, exportedName: string): string {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as {
    node: Record<string, Action>;
  };
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  );
  if (!found) throw new Error(`The build has no action ${exportedName} in ${filename}.`);
  return found[0];
}

test("a form that a proxy passes on under another host name is taken", async () => {
  // nginx passes on the name of its upstream, unless it is told otherwise.
  const headers = {
    host: "127.0.0.1:3000",
    origin: publicAddress,
    "content-type": "multipart/form-data; boundary=end-of-a-field",
  };
  const page = (await send("/en/join")).body;
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  const fields = [...hidden.map(([, name = "", value = ""]) => [name, value]), ["intent", "next"]];
  const unescape = (text = "") => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const parts = fields.map(
    ([name, value]) =>
      `--end-of-a-field\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${unescape(value)}\r\n`,
  );
  const posted = `${parts.join("")}--end-of-a-field--\r\n`;
  const { status, body } = await send("/en/join", { method: "POST", headers, body: posted });
  expect(status).toBe(200);
  expect(body).toContain("<title>Error: ");
});

test("when a form's script is redirected, Next asks nobody for the page, itself included", async () => {
  const headers = {
    ...{
      host: "coalition.example",
      origin: publicAddress,
      cookie: "__Secure-staff-session=secret",
    },
    ...{ "x-forwarded-proto": "https", "x-forwarded-host": "elsewhere.example" },
    ...{
      "next-action": actionId("app/admin/sign-in/actions.ts", "endSession"),
      "content-type": "text/plain;charset=UTF-8",
    },
  };
  const { status, headers: answered } = await send("/admin/sign-in", {
    method: "POST",
    headers,
    body: "[]",
  });
  expect(status).toBeLessThan(400);
  expect(answered["x-action-redirect"]).toMatch(/^\/admin\/sign-in\?signed=out/);

  const connections = [...site.output().matchAll(/CONNECTS TO (\S+)/g)].map(([, where]) => where);
  expect(new Set(connections)).toEqual(new Set([new URL(postgres.url).port]));
});

test("nothing public holds what private-texts.ts wrote: no page, meta tag, JSON-LD, feed or file", async () => {
  const slugs = ["amsterdam", "ghent", ...slugsOfApplicants];
  const pages = ["/en", ...slugs.map((slug) => `/en/cities/${slug}`)];
  const beginning = [
    ...["/sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/en/nothing-here", ...pages],
    ...slugs.map((slug) => `/en/embed/cities/${slug}/counter`),
    ...pages.map((path) => `/data/oembed?url=${encodeURIComponent(publicAddress + path)}`),
  ];
  const url = `http://127.0.0.1:${port}`;
  const texts = await readPublicTexts({ url, publicAddress }, beginning, slugs);
  const holders = (isIn: (text: string) => boolean) =>
    [...texts].filter(([, { text }]) => isIn(text)).map(([address]) => address);

  expect(holders(holdsSecret)).toEqual([]);
  expect(holders((text) => text.includes(shown))).toEqual(
    expect.arrayContaining(["/en/cities/tokyo", "/en/feeds/actions.atom"]),
  );
  const found = [...texts].filter(([, { status }]) => status === 200).map(([address]) => address);
  expect(found).toEqual(
    expect.arrayContaining([
      ...sitePages.map((path) => `/en${path}`.replace(/\/$/, "")),
      ...["amsterdam", "tokyo", "ghent"].map((slug) => `/en/cities/${slug}`),
      ...feedNames.flatMap((name) => feedFormats.map((format) => `/en/feeds/${name}.${format}`)),
      ...datasets.map(({ name }) => `/data/v1/${name}.json`),
      ...["/en/calendar.ics", "/en/embed/counter", "/en/embed/cities/ghent/counter"],
      ...["/data/catalog.ttl", "/data/en/press-kit.zip"],
      "/data/dossiers/en/ghent/dossier.pdf",
    ]),
  );
});

test("pages that a browser fetches before they are asked for change nothing", async () => {
  const headers = { "sec-purpose": "prefetch" };
  // By itself the site notes of which signatories residents have been told, and that it is ready.
  const allRows = async () => ({ ...(await rowsOf("")), signatory: [], ready_day: [] });
  const before = await allRows();
  const answers: Record<string, number> = {};
  for (const path of ["/en", "/en/cities/amsterdam", "/en/endorse/ask", "/en/applications/secret"])
    answers[path] = (await send(path, { headers })).status;
  expect(answers).toEqual({
    "/en": 200,
    "/en/cities/amsterdam": 200,
    "/en/endorse/ask": 503,
    "/en/applications/secret": 503,
  });
  expect(await allRows()).toEqual(before);
});

test("asked to stop under load, it loses no request before a load balancer sends none", async () => {
  expect((await send("/en")).status).toBe(200);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  let isOutOfRotation = false;
  const outcomes: Record<string, number> = {};
  const visitors = Array.from({ length: 20 }, async () => {
    while (!isOutOfRotation) {
      const outcome = await send("/en", { agent }).then(
        ({ status }) => String(status),
        (error: unknown) => (error as NodeJS.ErrnoException).code ?? "error",
      );
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      await sleep(5);
    }
  });
  await expect.poll(() => outcomes[200] ?? 0, { timeout: 20_000 }).toBeGreaterThan(200);
  const ended = site.end("SIGTERM");
  await expect.poll(async () => (await send("/readyz")).status).toBe(503);
  // A load balancer notices with its next check.
  await sleep(1_000);
  isOutOfRotation = true;
  await Promise.all(visitors);
  agent.destroy();
  expect(Object.keys(outcomes)).toEqual(["200"]);
  expect(await ended).toBe(0);
  await expect(send("/en")).rejects.toThrow("ECONNREFUSED");
});
