import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { MeasurementName, Result } from "@/lib/measurements/measurements";

const projectFolder = /* turbopackIgnore: true */ process.cwd();

/** `npm test` writes it at its end: see bin/checks/measurements.mjs. */
const fileSchema = z.object({
  /** What the tested build was made from: see bin/fingerprint.mjs. */
  build: z.string().min(1),
  commit: z.string().nullable(),
  measuredAt: z.iso.datetime(),
  results: z.record(
    z.string(),
    z.object({ value: z.number(), sample: z.number(), parts: z.array(z.string()).optional() }),
  ),
});

type Measured = {
  measuredAt: Date;
  /** Null where none names what was tested. */
  commit: string | null;
};

/** Results count for the build that was tested, and for no other. */
export type ReleaseResults =
  | { of: "nothing" }
  | ({ of: "anotherBuild" } & Measured)
  | ({ of: "thisBuild"; results: Partial<Record<MeasurementName, Result>> } & Measured);

export function readReleaseResults(
  folder = projectFolder,
  build = runningBuild(folder),
): ReleaseResults {
  const file = readIfThere(join(folder, "measurements.json"));
  const parsed = fileSchema.safeParse(file && parseJson(file));
  if (!parsed.success) return { of: "nothing" };
  const { results, commit } = parsed.data;
  const measured = { measuredAt: new Date(parsed.data.measuredAt), commit };
  return parsed.data.build === build
    ? { of: "thisBuild", results, ...measured }
    : { of: "anotherBuild", ...measured };
}

/** What runs while developing is no build, though an older one may lie beside it. */
const runningBuild = (folder: string): string | null =>
  process.env.NODE_ENV === "production" ? readIfThere(join(folder, ".next", "made-from")) : null;

const readIfThere = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, "utf8") : null;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
