import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { Client } from "pg";
import { nodeOptions } from "@/bin/run.mjs";
import { applyMigrations } from "@/lib/database/schema-engine";
import { tableOf, type Figure } from "@/tests/bench/table";
import { startPostgres } from "@/tests/support/database/postgres";

const run = promisify(execFile);

/** Backup, drill and restore of a PostgreSQL with a million endorsements and a million emails. */
export async function measureBackups(report: (text: string) => Promise<void>): Promise<void> {
  const postgres = await startPostgres();
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  try {
    await applyMigrations(postgres.url);
    const env = { ...process.env, DATABASE_URL: postgres.url, LOG_LEVEL: "warn" };
    await run(process.execPath, ["--import", "tsx", "tests/bench/fill-database.ts"], { env });
    await report(tableOf(await measureCommands(postgres.url, directory)));
  } finally {
    await postgres.close();
    await rm(directory, { recursive: true });
  }
}

async function measureCommands(databaseUrl: string, directory: string): Promise<Figure[]> {
  const identity = await generateIdentity();
  const settings = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(directory, "data"),
    BACKUP_DIR: directory,
    SECRET: "the secret of the bench, which is nobody's",
    LOG_LEVEL: "warn",
  };
  const plain = await measure("Backup", "bin/backup.ts", [], settings);
  const [name = ""] = await readdir(directory).then((names) =>
    names.filter((each) => each.endsWith(".tar.gz")),
  );
  const archive = join(directory, name);
  const { size } = await stat(archive);
  const encrypted = await measure("Backup, encrypted", "bin/backup.ts", [], {
    ...settings,
    BACKUP_RECIPIENT: await identityToRecipient(identity),
  });
  const target = await createDatabase(databaseUrl);
  const restored = await measure("Restore", "bin/restore.ts", [archive], {
    ...settings,
    DATABASE_URL: target,
  });
  const drilled = await measure("Drill on PostgreSQL", "bin/restore-drill.ts", [archive], {
    ...settings,
    DRILL_DATABASE_URL: databaseUrl.replace("/postgres", "/template1"),
  });
  const archiveSize = { what: "The archive", measured: `${(size / 1_000_000).toFixed(0)} MB` };
  return [archiveSize, plain, encrypted, restored, drilled];
}

async function createDatabase(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query("CREATE DATABASE restored TEMPLATE template0");
  await client.end();
  return serverUrl.replace("/postgres", "/restored");
}

/** How long the command takes, and the most memory that its process had. */
async function measure(
  what: string,
  file: string,
  rest: string[],
  env: Record<string, string>,
): Promise<Figure> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, file, ...rest], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...env },
    stdio: "inherit",
  });
  let peak = 0;
  const watching = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid))), 100);
  const [code] = (await once(child, "exit")) as [number];
  clearInterval(watching);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return {
    what,
    measured: code === 0 ? `${seconds} s, ${peak.toFixed(0)} MB of memory` : `failed with ${code}`,
  };
}

/** In megabytes, of Linux's /proc; 0 for a process that has ended. */
function peakMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
