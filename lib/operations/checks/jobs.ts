import { dayMs, hourMs, minuteMs } from "@/lib/durations";
import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import type { ProcessReadings } from "@/lib/operations/process-readings";
import { hasPassed, spanSince } from "@/lib/operations/spans";

const nightlyJobLateAfter = { warning: 26 * hourMs, error: 3 * dayMs };

const failuresInARow = 3;

export function judgeJobs(
  database: DatabaseReadings | null,
  { jobs, startedAt }: ProcessReadings,
  now: Date,
): Finding[] {
  const findings: Finding[] = [];
  const nightly = database?.lastNightlyJobAt ?? null;
  // A new installation has until its second night.
  const since = nightly ?? startedAt;
  if (database && hasPassed(nightlyJobLateAfter.warning, since, now))
    findings.push({
      check: "nightly_job_late",
      area: "jobs",
      state: hasPassed(nightlyJobLateAfter.error, since, now) ? "error" : "warning",
      says: nightly
        ? `The nightly job last finished ${spanSince(nightly, now)} ago. The site keeps longer than it promises what the job should have deleted.`
        : "The nightly job has never finished. What it should delete is kept.",
      advice: "Look in the log for what made it fail, and start the site again.",
    });
  const failing = jobs.filter(({ failedInARow }) => failedInARow >= failuresInARow);
  if (database && failing.length > 0)
    findings.push({
      check: "job_failing",
      area: "jobs",
      state: "warning",
      says: "A job of this process fails each time.",
      advice: "Look in the log for “Recurring task failed”.",
      names: failing.map(({ name }) => name),
    });
  const late = jobs.filter(({ lastFinishedAt, lastFailedAt, everyMs }) =>
    hasPassed(10 * everyMs + 10 * minuteMs, newest(startedAt, lastFinishedAt, lastFailedAt), now),
  );
  if (database && late.length > 0)
    findings.push({
      check: "job_late",
      area: "jobs",
      state: "warning",
      says: "A job of this process has not ended for long. It may hang.",
      advice: "Start the site again, and look in the log for what it did last.",
      names: late.map(({ name }) => name),
    });
  return findings;
}

const newest = (...moments: (Date | null)[]): Date =>
  new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
