import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readReleaseResults } from "@/lib/measurements/release-results";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coalition-release-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const tested = {
  build: "made from these sources",
  commit: "4bd18c8f5f0b8a1a1d2c3e4f5a6b7c8d9e0f1a2b",
  measuredAt: "2026-11-28T21:30:00.000Z",
  results: { cookies: { value: 0, sample: 80 } },
};
const measured = { measuredAt: new Date(tested.measuredAt), commit: tested.commit };

const write = (content: unknown) =>
  writeFileSync(
    join(folder, "measurements.json"),
    typeof content === "string" ? content : JSON.stringify(content),
  );

test("a release without the file has no results", () => {
  expect(readReleaseResults(folder, tested.build)).toEqual({ of: "nothing" });
});

test("results count for the build that was tested", () => {
  write(tested);
  expect(readReleaseResults(folder, tested.build)).toEqual({
    of: "thisBuild",
    results: tested.results,
    ...measured,
  });
});

test("a result that is worse than promised is read as it is", () => {
  write({ ...tested, results: { cookies: { value: 2, sample: 80 } } });
  expect(readReleaseResults(folder, tested.build)).toMatchObject({
    results: { cookies: { value: 2 } },
  });
});

test("results of another build are not those of this one", () => {
  write(tested);
  expect(readReleaseResults(folder, "made from other sources")).toEqual({
    of: "anotherBuild",
    ...measured,
  });
});

test("what runs while developing is no build, though one lies beside it", () => {
  write(tested);
  mkdirSync(join(folder, ".next"));
  writeFileSync(join(folder, ".next", "made-from"), tested.build);
  expect(readReleaseResults(folder).of).toBe("anotherBuild");
});

test("a commit that is not known is no commit", () => {
  write({ ...tested, commit: null });
  expect(readReleaseResults(folder, tested.build)).toMatchObject({ commit: null });
});

test.each([
  ["is cut off", '{ "build": "made'],
  ["has a result without a number", { ...tested, results: { cookies: { sample: 80 } } }],
  ["names no build", { ...tested, build: "" }],
])("a file that %s says nothing", (_, content) => {
  write(content);
  expect(readReleaseResults(folder, tested.build)).toEqual({ of: "nothing" });
});
