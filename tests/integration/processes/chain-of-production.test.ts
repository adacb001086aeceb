import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/lib/database/migrate";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { prisma } from "@/lib/db";
import type { DebianProgram } from "@/tests/support/processes/debian-program";
import { startNginx } from "@/tests/support/processes/nginx";
import { startPgBouncer } from "@/tests/support/database/pgbouncer";
import { addSampleSignatories, loadSamplePlaces } from "@/tests/support/database/places";
import { freePort, startPostgres, type TestPostgres } from "@/tests/support/database/postgres";
import { runSite, startSite, type SiteProcess } from "@/tests/support/processes/site-process";

// nginx with Debian's settings, two processes of the built site on one port, PgBouncer in
// transaction mode, and PostgreSQL.

const serve = ["bin/serve.mjs"];
const soon = { timeout: 60_000, interval: 250 };

let directory: string;
let postgres: TestPostgres;
let bouncer: { url: string; close: () => Promise<void> };
let nginx: DebianProgram | undefined;
let site: SiteProcess | undefined;
let siteUrl: string;
let settings: Record<string, string>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-chain-"));
  postgres = await startPostgres();
  bouncer = await startPgBouncer(postgres.url);
  process.env.DATABASE_URL = bouncer.url;
});

afterAll(async () => {
  await prisma.$disconnect();
  await site?.end("SIGKILL");
  await nginx?.close();
  await bouncer.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Asks PostgreSQL itself. */
async function askPostgres<Row extends object>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<Row>(statement);
  await client.end();
  return rows;
}

const locksHeld = () => askPostgres("SELECT pid FROM pg_locks WHERE locktype = 'advisory'");

test("of three that migrate at once through PgBouncer one does it, and no lock is left behind", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(bouncer.url)));
  expect(applied.filter((names) => names.length > 0)).toEqual([await listMigrationNames()]);
  expect(await locksHeld()).toEqual([]);
  expect(await migrate(bouncer.url)).toEqual([]);
});

test("two processes start behind one port, and tell once where the site is", async () => {
  await loadSamplePlaces();
  await addSampleSignatories();
  await prisma.seedPart.createMany({ data: [{ name: "places" }, { name: "first signatories" }] });
  const [nginxPort, sitePort] = [await freePort(), await freePort()];
  siteUrl = `http://127.0.0.1:${nginxPort}`;
  nginx = await startNginx(nginxPort, sitePort);
  settings = {
    DATABASE_URL: bouncer.url,
    DATA_DIR: directory,
    PROCESSES: "2",
    PORT: String(sitePort),
    SITE_URL: siteUrl,
    TRUSTED_PROXIES: "1",
  };
  await makeDailyJobDue();
  site = await startSite(settings, serve);
  // The job of the nights that were missed, before anybody was served.
  expect(await prisma.retentionRun.count()).toBe(1);
  expect(await locksHeld()).toEqual([]);
  await expect.poll(servers, soon).toHaveLength(2);
  await expect.poll(() => timesSaid(/serves as well/g), soon).toBe(1);
  expect(timesSaid(/first\?token=/g)).toBe(1);
  const [link = ""] = /http\S+first\?token=\S+/.exec(site.output()) ?? [];
  expect(await (await fetch(link)).text()).toContain("Become the first administrator");
});

/** As if nobody had been up for two nights. */
async function makeDailyJobDue(): Promise<void> {
  const finishedAt = new Date(Date.now() - 2 * 24 * 3_600_000);
  const claim = { claimedAt: finishedAt, finishedAt };
  await prisma.jobClaim.upsert({
    where: { name: "daily" },
    create: { name: "daily", ...claim },
    update: claim,
  });
}

/** The processes that serve. */
const servers = (): number[] => {
  try {
    return execFileSync("pgrep", ["-P", String(running().pid)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return [];
  }
};

const timesSaid = (words: RegExp) => running().output().match(words)?.length ?? 0;

function running(): SiteProcess {
  if (!site) throw new Error("The site did not start.");
  return site;
}

test("eighty visitors at once get pages, lists and searches", async () => {
  const paths = ["/en", "/en/cities?region=europe", "/en/endorse/ask", "/data/places?q=vienna"];
  const asked = Array.from({ length: 80 }, (_, index) => siteUrl + paths[index % paths.length]);
  const answers = await Promise.all(asked.map((address) => fetch(address)));
  expect(answers.filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);
});

test("a form that is posted through the proxy is taken, and its email kept", async () => {
  await prisma.user.create({ data: { email: "works.on@example.org", role: "reviewer" } });
  const html = await (await fetch(`${siteUrl}/admin/sign-in`)).text();
  const form = new FormData();
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = / name="([^"]*)"/.exec(input) ?? [];
    const [, value = ""] = / value="([^"]*)"/.exec(input) ?? [];
    form.set(name, value.replaceAll("&quot;", '"'));
  }
  form.set("email", "works.on@example.org");
  const answer = await fetch(`${siteUrl}/admin/sign-in`, {
    method: "POST",
    body: form,
    headers: { origin: siteUrl },
    redirect: "manual",
  });
  expect(answer.status).toBe(303);
  await expect
    .poll(() => prisma.mail.count({ where: { recipient: "works.on@example.org" } }), soon)
    .toBe(1);
});

test("where one process dies the other serves on, and the dead one is started again", async () => {
  const before = servers();
  process.kill(before[1]!, "SIGKILL");
  await expect.poll(running().output, soon).toContain("of the site ended by SIGKILL");
  for (let asked = 0; asked < 40; asked++)
    expect((await fetch(`${siteUrl}/readyz`)).status).toBe(200);

  await expect.poll(servers, soon).toHaveLength(2);
  expect(servers()).not.toEqual(before);
  expect(servers()).toContain(before[0]);
  await expect.poll(() => timesSaid(/serves as well|The site is at/g), soon).toBe(3);
  for (let asked = 0; asked < 40; asked++)
    expect((await fetch(`${siteUrl}/readyz`)).status).toBe(200);
});

test("asked to stop, both end, and a second start is served by the same database", async () => {
  const before = servers();
  expect(await running().end("SIGTERM")).toBe(0);
  expect(before.filter(isAlive)).toEqual([]);
  site = await startSite(settings, serve);
  expect((await fetch(`${siteUrl}/readyz`)).status).toBe(200);
  expect(await site.end("SIGINT")).toBe(0);
  site = undefined;
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("several processes on the embedded database are refused in one sentence", async () => {
  const { DATABASE_URL: _, ...embedded } = settings;
  expect(await runSite(embedded, serve)).toEqual({
    code: 1,
    output:
      "Wrong setting: PROCESSES must be 1 without DATABASE_URL: the embedded database serves one process.\n",
  });
});
