import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { openEmbeddedDatabase, type Database } from "@/lib/database/embedded";
import type { Env } from "@/lib/env";
import { StartError } from "@/lib/process/start-error";

type Settings = Pick<Env, "DATABASE_URL" | "DRILL_DATABASE_URL">;

/** New, empty, of the drill's own, and gone when it is closed: it can never be the site's. */
export const openDrillDatabase = ({ DATABASE_URL, DRILL_DATABASE_URL }: Settings) =>
  DRILL_DATABASE_URL ? createDatabase(DRILL_DATABASE_URL, DATABASE_URL) : openInNewDirectory();

async function openInNewDirectory(): Promise<Database> {
  const directory = mkdtempSync(join(tmpdir(), "coalition-drill-"));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const { url, close } = await openEmbeddedDatabase(directory);
    return { url, close: () => close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function createDatabase(serverUrl: string, siteUrl: string | undefined): Promise<Database> {
  if (siteUrl && isSameDatabase(serverUrl, siteUrl))
    throw new StartError(
      "DRILL_DATABASE_URL is the site's own database: name another one of that server, such as postgres, or leave it out.",
    );
  const name = `coalition_drill_${randomBytes(8).toString("hex")}`;
  await run(serverUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: () => run(serverUrl, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

function isSameDatabase(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => {
    const url = new URL(text);
    // With a socket, the host stands in the query.
    const host = url.searchParams.get("host") ?? url.hostname;
    return [host, url.port || "5432", url.pathname].join();
  });
  return a === b;
}

async function run(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(sql);
  } catch (error) {
    throw new StartError(
      `The drill has no database of its own on the server of DRILL_DATABASE_URL (${error instanceof Error ? error.message : String(error)}).`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
