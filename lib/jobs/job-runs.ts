/** Of a job that this process repeats. */
export type JobRuns = {
  name: string;
  everyMs: number;
  lastFinishedAt: Date | null;
  lastFailedAt: Date | null;
  /** Since it last succeeded. */
  failedInARow: number;
  failures: number;
};

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionJobRuns?: Map<string, JobRuns> };
const jobs = (shared.coalitionJobRuns ??= new Map<string, JobRuns>());

export const listJobRuns = (): JobRuns[] => [...jobs.values()];

export function expectJob(name: string, everyMs: number): void {
  jobs.set(name, {
    name,
    everyMs,
    lastFinishedAt: null,
    lastFailedAt: null,
    failedInARow: 0,
    failures: 0,
  });
}

export function noteJobRun(name: string, hasFailed: boolean, at = new Date()): void {
  const job = jobs.get(name);
  if (!job) return;
  if (hasFailed) job.lastFailedAt = at;
  else job.lastFinishedAt = at;
  job.failedInARow = hasFailed ? job.failedInARow + 1 : 0;
  job.failures += hasFailed ? 1 : 0;
}

export const forgetJob = (name: string): void => void jobs.delete(name);
