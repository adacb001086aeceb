import { PgBoss } from "pg-boss";
import { readEnv } from "@/lib/env";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { log } from "@/lib/log";

export const dailyQueue = "daily";

// Night in most members' cities. Runs missed while no process was up are made up for once.
const everyNight = "17 2 * * *";
const options = {
  tz: "UTC",
  missed: "once",
  retryLimit: 5,
  retryDelay: 300,
  retryBackoff: true,
} as const;

// One job a day needs no frequent polling, which would burden the embedded database.
const calm = { cronWorkerIntervalSeconds: 45, flowIntervalSeconds: 600, bamIntervalSeconds: 600 };

/** @throws when the database does not allow creating the queue's tables */
export async function startDailyJob(
  run: (now: Date) => Promise<void> = runDailyJob,
): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: readEnv().DATABASE_URL,
    max: 2,
    application_name: "coalition-jobs",
    ...calm,
  });
  boss.on("error", (error) => log.error({ err: error }, "Job queue error"));
  await boss.start();
  await boss.createQueue(dailyQueue);
  await boss.schedule(dailyQueue, everyNight, null, options);
  await boss.work(dailyQueue, { pollingIntervalSeconds: 60 }, () => run(new Date()));
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}
