import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { siteSecret } from "@/lib/process/secret";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "coalition-secret-"));
});

test("a secret is made once and kept for its owner's eyes only", () => {
  const secret = siteSecret({ SECRET: undefined, DATA_DIR: directory });

  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(siteSecret({ SECRET: undefined, DATA_DIR: directory })).toBe(secret);
  expect(statSync(join(directory, "secret")).mode & 0o777).toBe(0o600);
});

test("the secret of the settings is used and not written down", () => {
  const given = "a secret that the operator has chosen";

  expect(siteSecret({ SECRET: given, DATA_DIR: directory })).toBe(given);
  expect(() => readFileSync(join(directory, "secret"))).toThrow("ENOENT");
});

test("half a secret is not used", () => {
  writeFileSync(join(directory, "secret"), "cut off");

  expect(() => siteSecret({ SECRET: undefined, DATA_DIR: directory })).toThrow(
    "is incomplete: delete that file and start again.",
  );
});
