import { after, before, dayMs, startOfDay } from "@/lib/durations";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { prisma } from "@/lib/db";
import { log } from "@/lib/log";

type Run = (now: Date) => Promise<void>;

const name = "daily";

/** 02:17 UTC: night in most members' cities. */
const dueAfterMidnightMs = (2 * 60 + 17) * 60_000;

/** Where a run failed, or its process died. */
const againAfterMs = 30 * 60_000;

/** Runs once a night, in one process; nights that nobody was up for are made up for once. */
export async function runDailyJobWhenDue(now: Date, run: Run = runDailyJob): Promise<void> {
  if (!(await claimRun(now))) return;
  await run(now);
  await prisma.jobClaim.update({ where: { name }, data: { finishedAt: new Date() } });
}

/**
 * So that a site which was restored, or did not run for nights, shows nobody what should be gone.
 * A failure does not keep the site from serving: the job is tried again then.
 */
export const runDailyJobBeforeServing = (now: Date, run?: Run): Promise<void> =>
  runDailyJobWhenDue(now, run).catch((error: unknown) => {
    log.error({ err: error, job: name }, "Recurring task failed");
  });

/** A new installation has nothing to delete yet: its first night is the next one. */
async function claimRun(now: Date): Promise<boolean> {
  const [claim] = await prisma.$queryRaw<{ isFirst: boolean }[]>`
    INSERT INTO job_claim AS claim (name, claimed_at, finished_at) VALUES (${name}, ${now}, ${now})
    ON CONFLICT (name) DO UPDATE SET claimed_at = ${now}, finished_at = NULL
      WHERE claim.finished_at < ${nightBefore(now)}
        OR (claim.finished_at IS NULL AND claim.claimed_at <= ${before(now, againAfterMs)})
    RETURNING finished_at IS NOT NULL AS "isFirst"`;
  return claim !== undefined && !claim.isFirst;
}

function nightBefore(now: Date): Date {
  const tonight = after(startOfDay(now), dueAfterMidnightMs);
  return tonight <= now ? tonight : before(tonight, dayMs);
}
