import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readReleaseResults } from "@/lib/measurements/release-results";

/** Null where nothing says it. */
export type Release = { version: string | null; commit: string | null };

const folder = /* turbopackIgnore: true */ process.cwd();

let known: Release | undefined;

/** The commit is that of the tests, where they were of this build. */
export function readRelease(): Release {
  return (known ??= { version: readVersion(), commit: readCommit() });
}

function readVersion(): string | null {
  const file = join(/* turbopackIgnore: true */ folder, "package.json");
  if (!existsSync(file)) return null;
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

function readCommit(): string | null {
  const results = readReleaseResults();
  return results.of === "thisBuild" ? results.commit : null;
}
