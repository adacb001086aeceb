import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { makeWhenStale } from "@/bin/fingerprint.mjs";

let source: string;
let note: string;
let made: number;

beforeEach(() => {
  const directory = mkdtempSync(join(tmpdir(), "coalition-fingerprint-"));
  source = join(directory, "page.tsx");
  note = join(directory, "made-from");
  made = 0;
  writeFileSync(source, "the first text");
});

const build = (make = () => Promise.resolve()) =>
  makeWhenStale({ sources: [source], note, make: () => make().then(() => (made += 1)) });

test("what was made from the same sources is not made again", async () => {
  await build();
  await build();

  expect(made).toBe(1);
});

test("a changed source makes it stale", async () => {
  await build();
  writeFileSync(source, "another text");
  await build();

  expect(made).toBe(2);
});

test("work that failed does not count, nor does what was made before it", async () => {
  await build();
  writeFileSync(source, "a text that cannot be built");
  await expect(build(() => Promise.reject(new Error("Failed to build")))).rejects.toThrow(
    "Failed to build",
  );
  writeFileSync(source, "the first text");
  await build();

  expect(made).toBe(2);
});
