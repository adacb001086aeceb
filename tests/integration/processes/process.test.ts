import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateHtml } from "@/tests/e2e/access/html";
import { runSite, starter, startSite } from "@/tests/support/processes/site-process";

// The built site as an operator meets it: a real process on a data directory of its own.

let dataDirectory: string;

beforeAll(() => {
  // There already, and open to all.
  dataDirectory = mkdtempSync(join(tmpdir(), "coalition-process-"));
  chmodSync(dataDirectory, 0o755);
});

afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

const files = () => [".", ...readdirSync(dataDirectory, { recursive: true, encoding: "utf8" })];
const pathOf = (file: string) => join(dataDirectory, file);
const openToOthers = () => files().filter((file) => lstatSync(pathOf(file)).mode & 0o077);

const lastLine = (output: string) => output.trim().split("\n").at(-1);

describe("a start that cannot succeed ends with one sentence", () => {
  test("when a setting is wrong", async () => {
    const { code, output } = await runSite({
      DATA_DIR: dataDirectory,
      PORT: "eighty",
      SITE_URL: "citiesfordigitalrights.org",
    });

    expect(output).toBe(
      "Wrong setting: PORT must be a port number from 0 to 65535; SITE_URL must be an address that begins with http or https:.\n",
    );
    expect(code).toBe(1);
  });

  test("when the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;

    const { code, output } = await runSite({ DATA_DIR: dataDirectory, PORT: String(port) });

    expect(output).toBe(
      `Port ${port} is taken by another program: stop it, or set PORT to another number.\n`,
    );
    expect(code).toBe(1);
    await new Promise((resolve) => other.close(resolve));
  });

  test("when the data directory cannot be one", async () => {
    const { code, output } = await runSite({ DATA_DIR: "package.json" });

    expect(output).toMatch(
      /^The data directory .*package\.json cannot be made \(EEXIST\): see DATA_DIR\.\n$/,
    );
    expect(code).toBe(1);
  });

  test("when the database cannot be reached, without its password", async () => {
    const { code, output } = await runSite({
      DATA_DIR: dataDirectory,
      DATABASE_URL: "postgresql://coalition:secret@127.0.0.1:1/coalition",
    });

    expect(lastLine(output)).toBe(
      "The database at 127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1): see DATABASE_URL.",
    );
    expect(output).not.toContain("secret");
    expect(code).toBe(1);
  });
});

test("the site serves, shows its first administrator in, refuses a second process, keeps its files to itself, stops when asked, and loses nothing when killed", async () => {
  const first = await startSite({ DATA_DIR: dataDirectory, METRICS_PORT: "0" });
  expect(first.output()).toContain("a power cut may lose what was written last");
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  const readiness = await fetch(`${first.url}/readyz`);
  expect(readiness.status).toBe(200);
  expect(JSON.stringify(await readiness.json())).toContain("database_embedded");
  expect((await fetch(`${first.url}/en`)).status).toBe(200);
  const [wayIn = ""] = /http\S+\/sign-in\/first\?\S+/.exec(first.output()) ?? [];
  const html = await (await fetch(wayIn)).text();
  expect(html).toContain("Become the first administrator");
  expect(await validateHtml(html, true)).toEqual([]);
  const [metricsAddress = ""] = /http\S+\/metrics/.exec(first.output()) ?? [];
  const metrics = await (await fetch(metricsAddress)).text();
  expect(metrics).toMatch(/^coalition_requests_total\{route="public",status="2xx"\} [1-9]/m);
  expect(metrics).toMatch(/^coalition_page_memory_pages [1-9]/m);
  expect(metrics).toMatch(/^coalition_job_last_success_timestamp_seconds\{job="counts"\} /m);

  expect(files()).toEqual(
    expect.arrayContaining([
      "secret",
      "lock",
      "running.json",
      "database/PG_VERSION",
      "socket/.s.PGSQL.5432",
    ]),
  );
  expect(openToOthers()).toEqual([]);

  const second = await runSite({ DATA_DIR: dataDirectory });
  expect(lastLine(second.output)).toContain(`is in use by the process ${first.pid}`);
  expect(second.code).toBe(1);

  await addCityHall("Ghent");
  expect(await first.end("SIGTERM")).toBe(0);

  for (const file of files())
    chmodSync(pathOf(file), lstatSync(pathOf(file)).isDirectory() ? 0o755 : 0o644);
  const third = await startSite({ DATA_DIR: dataDirectory });
  expect(openToOthers()).toEqual([]);
  expect(await listCityHalls()).toEqual(["Ghent"]);
  await addCityHall("Leuven");
  expect(await third.end("SIGKILL")).toBeNull();

  const fourth = await startSite({ DATA_DIR: dataDirectory });
  expect(await listCityHalls()).toEqual(["Ghent", "Leuven"]);
  expect(await fourth.end("SIGINT")).toBe(0);
});

const typed = "zoe.de.smet@stad.example";

/**
 * Posts that no form of the site makes, each with an address where Next, a parser or an action
 * could repeat it.
 */
const badPosts: [string, Record<string, string>, Record<string, string>][] = [
  ["/admin/sign-in", { email: typed, $ACTION_ID_0123456789: "" }, {}],
  ["/admin/sign-in", { email: typed, [`$ACTION_ID_${typed}`]: "" }, {}],
  ["/admin/sign-in", { email: typed, $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${typed}` }, {}],
  ["/en/join", { contactEmail: typed, [`$ACTION_REF_${typed}`]: "" }, {}],
  ["/en/join", { contactEmail: typed }, { "next-action": typed }],
  [
    "/en/join",
    { 0: `["${typed}` },
    { "next-action": "60e3c7e4d405378b8d5a57fc7079dc828fbe2e32c8" },
  ],
  [
    "/en/endorse/ask",
    {
      email: typed,
      $ACTION_REF_1: "",
      "$ACTION_1:0": '{"id":"none","bound":"$@1"}',
      "$ACTION_1:1": typed,
    },
    {},
  ],
];

test("every line of the log is JSON, and none repeats what somebody typed", async () => {
  const site = await startSite({ DATA_DIR: dataDirectory, LOG_LEVEL: "debug" });
  const told = site.output().length;
  for (const [path, fields, headers] of badPosts) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    await fetch(site.url + path, {
      method: "POST",
      body,
      headers: { origin: site.url, ...headers },
      redirect: "manual",
    });
  }
  await fetch(`${site.url}/admin/sign-in/continue?token=${typed}`);
  await site.end("SIGTERM");

  const logged = site
    .output()
    .slice(told)
    .split("\n")
    .filter((line) => line.trim() !== "");
  for (const line of logged) expect(() => void JSON.parse(line), line).not.toThrow();
  expect(logged.some((line) => line.includes('"from":"console"'))).toBe(true);
  expect(site.output()).not.toContain("smet");
});

/** Asks the running site's embedded database, through the socket that only its owner can reach. */
async function ask(statement: string, values: string[] = []): Promise<{ name: string }[]> {
  const client = new Client({
    host: join(dataDirectory, "socket"),
    user: "postgres",
    database: "postgres",
  });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(statement, values);
  await client.end();
  return rows;
}

async function addCityHall(name: string): Promise<void> {
  await ask("CREATE TABLE IF NOT EXISTS city_hall (name text PRIMARY KEY)");
  await ask("INSERT INTO city_hall VALUES ($1)", [name]);
}

const listCityHalls = async () =>
  (await ask("SELECT name FROM city_hall ORDER BY name")).map(({ name }) => name);

test("a site that dies is started again by its starter, and one that cannot start is not", async () => {
  const site = await startSite({ DATA_DIR: dataDirectory }, starter);
  const { pid } = JSON.parse(readFileSync(join(dataDirectory, "running.json"), "utf8")) as {
    pid: number;
  };
  process.kill(pid, "SIGKILL");

  await expect
    .poll(site.output, { timeout: 60_000 })
    .toContain("The site ended by SIGKILL. It starts again in 1 s.");
  await expect
    .poll(() => site.output().match(/The site is at/g)?.length, { timeout: 60_000 })
    .toBe(2);
  const again = /.*The site is at (\S+)/s.exec(site.output())?.[1] ?? "";
  expect((await fetch(`${again}/readyz`)).status).toBe(200);
  expect(await site.end("SIGTERM")).toBe(0);

  const failing = await runSite({ DATA_DIR: "package.json" }, starter);
  expect(failing.code).toBe(1);
  expect(failing.output).not.toContain("starts again");
});

// The last on this data directory: no release that exists starts on it afterwards.
test("an older release refuses to start on what a newer one has changed, and says which migration it does not know", async () => {
  const site = await startSite({ DATA_DIR: dataDirectory });
  await ask(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('newer', '', '29991231000000_newer', now())",
  );
  const readiness = await fetch(`${site.url}/readyz`);
  expect(readiness.status).toBe(200);
  const { causes } = (await readiness.json()) as { causes: unknown[] };
  expect(causes).toContainEqual({
    check: "migrations_unknown",
    state: "warning",
    names: ["29991231000000_newer"],
  });
  await site.end("SIGTERM");

  const { code, output } = await runSite({ DATA_DIR: dataDirectory });
  expect(code).toBe(1);
  expect(lastLine(output)).toBe(
    "A newer release has changed the database: this one does not know the migration 29991231000000_newer. " +
      "Start the newer release, or roll back as docs/operating.md says.",
  );
});
