import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MeasurementName, Result } from "@/lib/measurements/measurements";

const folder = "test-results/measurements";

/**
 * Keeps what a test found, for the page /measured: see bin/checks/measurements.mjs. Call it before the
 * result is expected to be what it should be, so that a failure is kept too.
 * @param part where several tests measure the same: their results are added up
 */
export function recordResult(name: MeasurementName, result: Result, part?: string): void {
  mkdirSync(folder, { recursive: true });
  const file = part ? `${name}.${part}.json` : `${name}.json`;
  writeFileSync(join(folder, file), JSON.stringify(result));
}
