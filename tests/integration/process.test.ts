import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateHtml } from "@/tests/e2e/access/html";
import { runSite, starter, startSite } from "@/tests/support/site-process";

// The built site as an operator meets it: a real process on a data directory of its own.

let dataDirectory: string;

beforeAll(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "coalition-process-"));
});

afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

const lastLine = (output: string) => output.trim().split("\n").at(-1);

describe("a start that cannot succeed ends with one sentence", () => {
  test("when a setting is wrong", async () => {
    const { code, output } = await runSite({ DATA_DIR: dataDirectory, PORT: "eighty", SITE_URL: "citiesfordigitalrights.org" });

    expect(output).toBe("Wrong setting: PORT must be a port number from 0 to 65535; SITE_URL must be an address that begins with http or https:.\n");
    expect(code).toBe(1);
  });

  test("when the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;

    const { code, output } = await runSite({ DATA_DIR: dataDirectory, PORT: String(port) });

    expect(output).toBe(`Port ${port} is taken by another program: stop it, or set PORT to another number.\n`);
    expect(code).toBe(1);
    await new Promise((resolve) => other.close(resolve));
  });

  test("when the data directory cannot be one", async () => {
    const { code, output } = await runSite({ DATA_DIR: "package.json" });

    expect(output).toMatch(/^The data directory .*package\.json cannot be made \(EEXIST\): see DATA_DIR\.\n$/);
    expect(code).toBe(1);
  });

  test("when the database cannot be reached, without its password", async () => {
    const { code, output } = await runSite({ DATA_DIR: dataDirectory, DATABASE_URL: "postgresql://coalition:secret@127.0.0.1:1/coalition" });

    expect(lastLine(output)).toBe("The database at 127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1): see DATABASE_URL.");
    expect(output).not.toContain("secret");
    expect(code).toBe(1);
  });
});

test("the site serves, shows its first administrator in, refuses a second process, stops when asked, and loses nothing when killed", async () => {
  const first = await startSite({ DATA_DIR: dataDirectory });
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${first.url}/en`)).status).toBe(200);
  const [wayIn = ""] = /http\S+\/sign-in\/first\?\S+/.exec(first.output()) ?? [];
  const html = await (await fetch(wayIn)).text();
  expect(html).toContain("Become the first administrator");
  expect(await validateHtml(html)).toEqual([]);

  const second = await runSite({ DATA_DIR: dataDirectory });
  expect(lastLine(second.output)).toContain(`is in use by the process ${first.pid}`);
  expect(second.code).toBe(1);

  await addCityHall("Ghent");
  expect(await first.end("SIGTERM")).toBe(0);

  const third = await startSite({ DATA_DIR: dataDirectory });
  expect(await listCityHalls()).toEqual(["Ghent"]);
  await addCityHall("Leuven");
  expect(await third.end("SIGKILL")).toBeNull();

  const fourth = await startSite({ DATA_DIR: dataDirectory });
  expect(await listCityHalls()).toEqual(["Ghent", "Leuven"]);
  expect(await fourth.end("SIGINT")).toBe(0);
});

/** Asks the running site's embedded database, through the socket that only its owner can reach. */
async function ask(statement: string, values: string[] = []): Promise<{ name: string }[]> {
  const client = new Client({ host: join(dataDirectory, "socket"), user: "postgres", database: "postgres" });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(statement, values);
  await client.end();
  return rows;
}

async function addCityHall(name: string): Promise<void> {
  await ask("CREATE TABLE IF NOT EXISTS city_hall (name text PRIMARY KEY)");
  await ask("INSERT INTO city_hall VALUES ($1)", [name]);
}

const listCityHalls = async () => (await ask("SELECT name FROM city_hall ORDER BY name")).map(({ name }) => name);

test("a site that dies is started again by its starter, and one that cannot start is not", async () => {
  const site = await startSite({ DATA_DIR: dataDirectory }, starter);
  const { pid } = JSON.parse(readFileSync(join(dataDirectory, "running.json"), "utf8")) as { pid: number };
  process.kill(pid, "SIGKILL");

  await expect.poll(site.output, { timeout: 60_000 }).toContain("The site ended by SIGKILL. It starts again in 1 s.");
  await expect.poll(() => site.output().match(/The site is at/g)?.length, { timeout: 60_000 }).toBe(2);
  const again = /.*The site is at (\S+)/s.exec(site.output())?.[1] ?? "";
  expect((await fetch(`${again}/readyz`)).status).toBe(200);
  expect(await site.end("SIGTERM")).toBe(0);

  const failing = await runSite({ DATA_DIR: "package.json" }, starter);
  expect(failing.code).toBe(1);
  expect(failing.output).not.toContain("starts again");
});
