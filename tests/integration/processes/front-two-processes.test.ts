import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { request as ask, type IncomingMessage, type RequestOptions } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "@/bin/run.mjs";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { raiseSiteVersion } from "@/lib/site-version";
import { hashToken, newToken } from "@/lib/tokens";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { applyMigrations } from "@/lib/database/schema-engine";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { startPostgres, type TestPostgres } from "@/tests/support/database/postgres";
import { makeReleaseBefore } from "@/tests/support/database/release-before";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickAllEvidence,
} from "@/tests/support/applications/review";
import { server, startSite, type SiteProcess } from "@/tests/support/processes/site-process";

// Two processes of the built site on one real PostgreSQL: one has brought it up to date, the other
// is of the release before. The test itself is a third, which changes what they show.

let directory: string;
let releaseBefore: string;
let postgres: TestPostgres;
let sites: SiteProcess[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-front-"));
  postgres = await startPostgres();
  process.env.DATABASE_URL = postgres.url;
  const names = await listMigrationNames();
  const former = names.slice(0, -1);
  const last = names.at(-1) ?? "";
  await applyMigrations(postgres.url, former);
  await prisma.$executeRaw`INSERT INTO seed_part (name) VALUES ('places'), ('first signatories')`;
  const settings = {
    DATABASE_URL: postgres.url,
    DATA_DIR: directory,
    ADMIN_EMAIL: "administrator@example.org",
    LOG_LEVEL: "silent",
  };
  sites = [await startSite(settings)];
  await loadSamplePlaces();
  await addSampleSignatories();
  await prisma.$transaction(raiseSiteVersion);
  releaseBefore = join(directory, "release-before");
  makeReleaseBefore(releaseBefore, last);
  // Its files are links to this release's, whose TypeScript is read as this release says.
  const TSX_TSCONFIG_PATH = join(root, "tsconfig.json");
  const rolledBack = { ...settings, ALLOW_NEWER_DATABASE: "yes", TSX_TSCONFIG_PATH };
  sites.push(await startSite(rolledBack, server, releaseBefore));
});

afterAll(async () => {
  for (const site of sites) await site.end("SIGTERM");
  await prisma.$disconnect();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
});

/** An answer that does not come in ten seconds counts as none. */
const get = (site: SiteProcess, path: string) =>
  fetch(site.url + path, { signal: AbortSignal.timeout(10_000) });
const says = async (site: SiteProcess, path: string, words: string) =>
  (await (await get(site, path)).text()).includes(words);
const cacheStatus = async (site: SiteProcess, path: string) =>
  (await get(site, path)).headers.get("cache-status");

const withinTwoSeconds = { timeout: 2_000, interval: 100 };
const soon = { timeout: 30_000, interval: 250 };

test("a release and the one before it serve the same database, and each takes a request", async () => {
  const causes = await Promise.all(
    sites.map(async (site) => {
      const answer = await get(site, "/readyz");
      expect(answer.status).toBe(200);
      const { causes } = (await answer.json()) as { causes: { check: string }[] };
      return causes.map(({ check }) => check).includes("migrations_unknown");
    }),
  );
  expect(causes).toEqual([false, true]);

  for (const [index, site] of sites.entries()) {
    expect(await says(site, "/en/cities", "Vienna")).toBe(true);
    const form = await readForm(site, `/en/endorse/ask?city=${placeIds.antwerp}`);
    form.set("email", `resident${index}@antwerp.example`);
    const taken = await postTo(site, "/en/endorse/ask", form);
    expect({ status: taken.status, to: taken.headers.get("location") }).toEqual({
      status: 303,
      to: expect.stringContaining("/en/endorsements/sent/") as string,
    });
  }
  expect(await prisma.endorsement.count()).toBe(2);
  expect(await prisma.mail.count()).toBe(2);
});

test("a migration that is pulled under a running site is not missed: it is of another release", async () => {
  mkdirSync(join(releaseBefore, "prisma", "migrations", "29991231000000_pulled"));
  const answer = await get(sites[1]!, "/readyz");
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain("migrations_missing");
});

test("an approval elsewhere shows in every process within two seconds", async () => {
  const reviewer = await hireReviewer();
  const ghent = await submitConfirmed();
  await tickAllEvidence(await openReview(ghent, reviewer));
  for (const site of sites) {
    expect(await says(site, "/en/cities", "Ghent")).toBe(false);
    expect((await get(site, "/en/cities/ghent")).status).toBe(404);
    // The confirmation changed what the statistics say, so pages are made anew once more.
    await expect.poll(() => cacheStatus(site, "/en/cities"), soon).toBe("front-door; hit");
  }

  expect(
    await approveApplication(await openReview(ghent, reviewer), {
      name: "Ghent",
      signedOn: new Date("2026-11-20"),
      message: null,
    }),
  ).toEqual({ ok: true });

  const shown = sites.map((site) =>
    expect.poll(() => says(site, "/en/cities", "Ghent"), withinTwoSeconds).toBe(true),
  );
  await Promise.all(shown);
  for (const site of sites) expect((await get(site, "/en/cities/ghent")).status).toBe(200);
});

/** As no browser asks. */
const askOddly = (path: string, options: RequestOptions = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(sites[0]!.url);
    const question = ask({ hostname, port, path, agent: false, ...options }, (answer) =>
      resolve(answer.resume()),
    );
    question.on("upgrade", () => reject(new Error("It became a WebSocket.")));
    question.on("error", reject).end();
  });

test.each([
  ["/en//cities", 308, "/en/cities"],
  ["/en/cities/", 308, "/en/cities"],
  ["/en/../admin", 307, "/admin/sign-in"],
  ["/%61dmin", 307, "/admin/sign-in"],
  ["/EN/cities", 404, undefined],
  ["//elsewhere.example/en", 400, undefined],
  ["/_next/image?url=%2Ficon.svg&w=64&q=75", 404, undefined],
  ["/_next/static/../../.env", 404, undefined],
  ["/_next/static/%2e%2e%2f%2e%2e%2fpackage.json", 404, undefined],
])("a request for %s is answered with %i", async (path, status, location) => {
  const answer = await askOddly(path);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers.location).toBe(location);
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

test("nobody opens a WebSocket, and heads of more than 16 KB are refused", async () => {
  const handshake = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  for (const path of ["/en", "/_next/webpack-hmr", "/admin"])
    expect((await askOddly(path, { headers: handshake })).statusCode).not.toBe(101);
  expect((await askOddly("/en", { headers: { cookie: "a".repeat(17_000) } })).statusCode).toBe(431);
});

test("without the database what is remembered is served, content too, the rest says when to come again, and all heals by itself", async () => {
  for (const site of sites)
    for (const path of ["/en/cities", "/en/declaration", "/en/news", "/en/events"])
      await get(site, path);
  await postgres.pause();

  for (const site of sites) {
    await expect
      .poll(() => cacheStatus(site, "/en/cities"), soon)
      .toBe("front-door; hit; detail=stale");
    expect(await says(site, "/en/cities", "Ghent")).toBe(true);

    const missing = await get(site, "/en/cities/vienna");
    expect(missing.status).toBe(503);
    expect(missing.headers.get("retry-after")).toBe("10");
    expect(await missing.text()).toContain("</h1>");

    for (const path of [
      "/en/declaration",
      "/en/principles",
      "/en/privacy",
      "/en/news",
      "/en/events",
    ])
      expect((await get(site, path)).status, path).toBe(200);
    expect((await get(site, "/sitemap.xml")).status).toBe(503);
    const search = await get(site, "/data/places?q=vienna");
    expect({ status: search.status, again: search.headers.get("retry-after") }).toEqual({
      status: 503,
      again: "10",
    });
    expect(await search.json()).toEqual({
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
    });
    expect((await get(site, "/healthz")).status).toBe(200);
    expect((await get(site, "/readyz")).status).toBe(503);
    // What a proxy asks: it is to go on sending visitors.
    expect((await get(site, "/readyz?exclude=database")).status).toBe(200);
  }

  await postgres.resume();

  for (const site of sites) {
    await expect.poll(async () => (await get(site, "/en/cities/vienna")).status, soon).toBe(200);
    await expect.poll(() => cacheStatus(site, "/en/cities"), soon).toBe("front-door; hit");
    expect((await get(site, "/readyz")).status).toBe(200);
  }
});

/** The form of a page, as a browser without scripts posts it. */
async function readForm(site: SiteProcess, path: string): Promise<FormData> {
  const html = await (await get(site, path)).text();
  const form = new FormData();
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = / name="([^"]*)"/.exec(input) ?? [];
    const [, value = ""] = / value="([^"]*)"/.exec(input) ?? [];
    form.set(name, value.replaceAll("&quot;", '"'));
  }
  return form;
}

const postTo = (
  site: SiteProcess,
  path: string,
  body: FormData,
  headers: Record<string, string> = {},
) =>
  fetch(site.url + path, {
    method: "POST",
    body,
    headers: { origin: site.url, ...headers },
    redirect: "manual",
  });

test("without the database staff read that, not that they are signed out or that a link is on its way", async () => {
  const site = sites[0]!;
  const { id: userId } = await prisma.user.create({
    data: { email: "works.on@example.org", role: "reviewer" },
  });
  const token = newToken();
  await prisma.session.create({
    data: { sessionToken: hashToken(token), userId, expires: new Date(Date.now() + 3_600_000) },
  });
  const askForQueue = () =>
    fetch(`${site.url}/admin`, {
      headers: { cookie: `staff-session=${token}` },
      redirect: "manual",
    });
  expect((await askForQueue()).status).toBe(200);
  const form = await readForm(site, "/admin/sign-in");
  expect([...form.keys()].some((name) => name.startsWith("$ACTION"))).toBe(true);

  await postgres.pause();
  const queue = await askForQueue();
  expect({ status: queue.status, again: queue.headers.get("retry-after") }).toEqual({
    status: 503,
    again: "10",
  });
  expect(await queue.text()).toContain("</h1>");

  for (const email of ["works.on@example.org", "stranger@example.org"]) {
    form.set("email", email);
    const asked = await postTo(site, "/admin/sign-in", form);
    expect({ status: asked.status, again: asked.headers.get("retry-after") }).toEqual({
      status: 503,
      again: "10",
    });
    expect(await asked.text()).toContain("</h1>");
  }

  await postgres.resume();
  await expect.poll(async () => (await askForQueue()).status, soon).toBe(200);
  form.set("email", "works.on@example.org");
  const asked = await postTo(site, "/admin/sign-in", form);
  expect({ status: asked.status, to: asked.headers.get("location") }).toEqual({
    status: 303,
    to: "/admin/sign-in?sent=yes",
  });
  await expect
    .poll(() => prisma.mail.count({ where: { recipient: "works.on@example.org" } }), soon)
    .toBe(1);
});
