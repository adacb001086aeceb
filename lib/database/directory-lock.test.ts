import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { takeDirectory, type DirectoryLock } from "@/lib/database/directory-lock";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "coalition-lock-"));
});

const holder = { pid: 1234, url: "postgresql://localhost" };

test("whoever comes second is told who has the directory", () => {
  const first = takeDirectory(directory) as DirectoryLock;
  first.announce(holder);

  expect(takeDirectory(directory)).toEqual({ heldBy: holder });

  first.release();
  expect(takeDirectory(directory)).toHaveProperty("release");
});

test("the lock of a process that was killed holds nobody up", async () => {
  const script = `import { takeDirectory } from "./lib/database/directory-lock.ts"; takeDirectory(${JSON.stringify(directory)}); console.log("taken"); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(other.stdout, "data");
  expect(takeDirectory(directory)).toEqual({ heldBy: null });

  other.kill("SIGKILL");
  await once(other, "exit");
  expect(takeDirectory(directory)).toHaveProperty("release");
});
