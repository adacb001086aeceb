import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { StartError } from "@/lib/process/start-error";
import { makeWritableDirectory } from "@/lib/process/writable-directory";

test("a directory that is missing is made, for its owner alone", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "coalition-writable-")), "srv", "uploads");
  expect(await makeWritableDirectory(path, "UPLOADS_DIR")).toBe(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test("one that cannot be made is named with its setting", async () => {
  const made = makeWritableDirectory("package.json", "UPLOADS_DIR");
  await expect(made).rejects.toThrow(StartError);
  await expect(made).rejects.toThrow(
    `This user cannot write to ${resolve("package.json")} (EEXIST): see UPLOADS_DIR.`,
  );
});
