import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetMeasurements, gatherMeasurements } from "@/bin/checks/measurements.mjs";
import { readReleaseResults } from "@/lib/measurements/release-results";

let project: string;
const build = "made from these sources";
const checks = { passed: 20, failed: 1, skipped: 2 };

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "coalition-measurements-"));
  mkdirSync(join(project, ".next"));
  mkdirSync(join(project, "test-results", "measurements"), { recursive: true });
  writeFileSync(join(project, ".next", "made-from"), build);
});

afterEach(() => rmSync(project, { recursive: true }));

const keep = (name: string, value: number, sample: number) =>
  writeFileSync(
    join(project, "test-results", "measurements", `${name}.json`),
    JSON.stringify({ value, sample }),
  );

test("the end of a run keeps what its tests found, those of several added up, for the build that it tested", async () => {
  keep("cookies", 0, 80);
  keep("accessFaults.cities", 1, 30);
  keep("accessFaults.others", 2, 50);
  await gatherMeasurements(checks, project);
  expect(readReleaseResults(project, build)).toMatchObject({
    of: "thisBuild",
    results: {
      cookies: { value: 0, sample: 80 },
      accessFaults: { value: 3, sample: 80, parts: ["cities", "others"] },
      checks: { value: 3, sample: 23 },
    },
  });
});

const git = (...rest: string[]) =>
  execFileSync(
    "git",
    ["-C", project, "-c", "user.name=A", "-c", "user.email=a@a.example", ...rest],
    {
      encoding: "utf8",
    },
  );

test("the commit is named where it is what was tested, and not where files differ from it", async () => {
  await gatherMeasurements(checks, project);
  expect(readReleaseResults(project, build)).toMatchObject({ commit: null });
  git("init", "--quiet");
  writeFileSync(join(project, ".gitignore"), ".next\ntest-results\nmeasurements.json\n");
  git("add", ".");
  git("commit", "--quiet", "--message", "First");
  await gatherMeasurements(checks, project);
  expect(readReleaseResults(project, build)).toMatchObject({
    commit: git("rev-parse", "HEAD").trim(),
  });
  writeFileSync(join(project, "changed.ts"), "");
  await gatherMeasurements(checks, project);
  expect(readReleaseResults(project, build)).toMatchObject({ commit: null });
});

test("a run begins without the results of the one before", async () => {
  keep("cookies", 0, 80);
  await gatherMeasurements(checks, project);
  forgetMeasurements(project);
  expect(existsSync(join(project, "measurements.json"))).toBe(false);
  await gatherMeasurements(checks, project);
  expect(readFileSync(join(project, "measurements.json"), "utf8")).not.toContain("cookies");
});

test("a run whose build failed has no results", async () => {
  rmSync(join(project, ".next", "made-from"));
  await gatherMeasurements(checks, project);
  expect(readReleaseResults(project, build)).toEqual({ of: "nothing" });
});
