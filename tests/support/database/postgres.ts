import { execFile, spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findPostgresPrograms } from "@/bin/checks/find-programs.mjs";
import { endWithThisProcess } from "@/tests/support/processes/end-with-process";

const run = promisify(execFile);

/**
 * A PostgreSQL server of the tests' own, in a new directory and on a free port. Paused, it is down
 * and keeps its data.
 */
export type TestPostgres = {
  url: string;
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  close: () => Promise<void>;
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts it. PostgreSQL refuses to run as root, so root hands it to the user that Debian made for
 * it.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPostgresPrograms();
  if (!programs) throw new Error("PostgreSQL is not installed.");
  const directory = await mkdtemp(join(tmpdir(), "coalition-postgres-"));
  const asPostgres = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
  if (asPostgres.length) {
    await chmod(directory, 0o755);
    spawnSync("chown", ["postgres", directory]);
  }
  const command = (name: string, ...rest: string[]) =>
    [...asPostgres, join(programs, name), ...rest] as [string, ...string[]];
  const execute = ([program, ...rest]: [string, ...string[]]) => run(program, rest, { cwd: "/" });

  const data = join(directory, "data");
  await execute(
    command(
      "initdb",
      "-D",
      data,
      "-U",
      "coalition",
      "-A",
      "trust",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    ),
  );
  const port = await freePort();
  const [program, ...rest] = command(
    "postgres",
    "-D",
    data,
    "-p",
    String(port),
    "-h",
    "127.0.0.1",
    "-k",
    directory,
    "-c",
    "fsync=off",
  );

  const resume = async () => {
    endWithThisProcess(spawn(program, rest, { cwd: "/", stdio: "ignore" }));
    for (let attempt = 0; attempt < 100; attempt++) {
      const isReady = await execute(
        command("pg_isready", "-h", "127.0.0.1", "-p", String(port)),
      ).then(
        () => true,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("PostgreSQL did not start within ten seconds.");
  };
  const pause = async () => {
    await execute(command("pg_ctl", "-D", data, "-m", "fast", "-w", "stop"));
  };
  const close = async () => {
    // Paused, it is stopped already.
    await pause().catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
  };
  await resume().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { url: `postgresql://coalition@127.0.0.1:${port}/postgres`, pause, resume, close };
}
