import { constrainedMemory, memoryUsage } from "node:process";
import { totalmem } from "node:os";
import { lastRefusedWriteAt } from "@/lib/database/refused-writes";
import type { DoorReadings } from "@/lib/front/front-door";
import { listJobRuns, type JobRuns } from "@/lib/jobs/job-runs";
import { readRelease, type Release } from "@/lib/operations/release";

/** What this process knows of itself. */
export type ProcessReadings = {
  release: Release;
  startedAt: Date;
  /** Resident, in bytes. */
  memoryBytes: number;
  /** What the container or service may take; null where nothing limits it but the machine. */
  memoryLimitBytes: number | null;
  /** Null where this process serves nobody, such as an operator's command. */
  door: DoorReadings | null;
  jobs: JobRuns[];
  /** When the database last refused to write. Null: not since the start. */
  refusedWriteAt: Date | null;
};

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionDoorReadings?: () => DoorReadings };

export function watchDoor(readings: () => DoorReadings): void {
  shared.coalitionDoorReadings = readings;
}

export const readProcess = (): ProcessReadings => ({
  release: readRelease(),
  startedAt: new Date(performance.timeOrigin),
  memoryBytes: memoryUsage.rss(),
  memoryLimitBytes: limitOf(constrainedMemory()),
  door: shared.coalitionDoorReadings?.() ?? null,
  jobs: listJobRuns(),
  refusedWriteAt: lastRefusedWriteAt(),
});

/** Without a limit, the kernel names one that no machine has. */
const limitOf = (bytes: number): number | null => (bytes > 0 && bytes < totalmem() ? bytes : null);
