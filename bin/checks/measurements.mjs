import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "../run.mjs";

// What tests found out about what the site says of itself. Tests keep their results one by one
// (tests/support/runners/record-result.ts). The end of `npm test` makes one file of them, which belongs to
// the build that was tested; the page /measured shows it (lib/measurements/release-results.ts).

const pathsIn = (root) => ({
  results: join(root, "test-results", "measurements"),
  build: join(root, ".next", "made-from"),
  file: join(root, "measurements.json"),
});

/** Nothing of an earlier run counts for this one. */
export function forgetMeasurements(root = ".") {
  const { results, file } = pathsIn(root);
  for (const path of [results, file]) rmSync(path, { recursive: true, force: true });
}

/**
 * @param {{ passed: number, failed: number, skipped: number }} checks how those of the run went
 * @param {string} [root] the folder of the project
 */
export async function gatherMeasurements({ passed, failed, skipped }, root = ".") {
  const { results, build, file } = pathsIn(root);
  if (!existsSync(build)) return;
  const measured = {
    build: readFileSync(build, "utf8"),
    commit: await testedCommit(root),
    measuredAt: new Date().toISOString(),
    results: {
      ...addUp(results),
      checks: { value: failed + skipped, sample: passed + failed + skipped },
    },
  };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}

/** @param {string} folder of `cookies.json`, or `accessFaults.cities.json` for a part of it */
function addUp(folder) {
  /** @type {Record<string, { value: number, sample: number, parts?: string[] }>} */
  const results = {};
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const [measurement, part] = name.replace(/\.json$/, "").split(".");
    const { value, sample } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const sum = (results[measurement] ??= { value: 0, sample: 0 });
    sum.value += value;
    sum.sample += sample;
    if (part) (sum.parts ??= []).push(part);
  }
  return results;
}

/** Null in an archive without a history, and where files differ from those of every commit. */
async function testedCommit(root) {
  // In a container, the checkout may belong to another user.
  const git = (...rest) => runQuietly("git", ["-C", root, "-c", "safe.directory=*", ...rest]);
  try {
    const changes = await git("status", "--porcelain");
    return changes.trim() === "" ? (await git("rev-parse", "HEAD")).trim() : null;
  } catch {
    return null;
  }
}
