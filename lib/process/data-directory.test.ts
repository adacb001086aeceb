import { chmodSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeDataDirectory } from "@/lib/process/data-directory";
import { StartError } from "@/lib/process/start-error";

let directory: string;
let before: number;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "coalition-data-"));
  before = process.umask(0o022);
});

afterEach(() => {
  process.umask(before);
});

const modeOf = (...path: string[]) => statSync(join(directory, ...path)).mode & 0o777;

test("a directory that was there and open to all is its owner's alone afterwards", () => {
  chmodSync(directory, 0o755);
  makeDataDirectory(directory);
  expect(modeOf()).toBe(0o700);
});

test("a new one is made so, with the directories above it", () => {
  makeDataDirectory(join(directory, "srv", "coalition"));
  expect(modeOf("srv", "coalition")).toBe(0o700);
});

test("what an earlier release left open in it is closed, and nothing that is not the site's", () => {
  mkdirSync(join(directory, "database", "base"), { recursive: true });
  writeFileSync(join(directory, "database", "base", "1259"), "rows");
  writeFileSync(join(directory, "lock"), "");
  writeFileSync(join(directory, "running.json"), "{}");
  writeFileSync(join(directory, "secret"), "secret");
  writeFileSync(join(directory, "notes.txt"), "the operator's");
  symlinkSync(join(directory, "notes.txt"), join(directory, "socket"));

  makeDataDirectory(directory);

  for (const path of [["database"], ["database", "base"]]) expect(modeOf(...path)).toBe(0o700);
  for (const path of [["database", "base", "1259"], ["lock"], ["running.json"], ["secret"]])
    expect(modeOf(...path)).toBe(0o600);
  expect(modeOf("notes.txt")).toBe(0o644);
});

test("what the process makes from then on is its owner's alone", () => {
  makeDataDirectory(directory);
  writeFileSync(join(directory, "new"), "");
  mkdirSync(join(directory, "newer"));
  expect([modeOf("new"), modeOf("newer")]).toEqual([0o600, 0o700]);
});

test("a directory that all programs share is refused, and left as it is", () => {
  chmodSync(directory, 0o1777);
  expect(() => makeDataDirectory(directory)).toThrow(StartError);
  expect(modeOf()).toBe(0o777);
});
