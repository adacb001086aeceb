import { PgBoss } from "pg-boss";
import { beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db";
import { dailyQueue, startDailyJob } from "@/lib/jobs/daily-job";
import { startWorker } from "@/lib/jobs/worker";
import { resetDatabase } from "@/tests/support/reset";

beforeEach(async () => {
  await resetDatabase();
  await prisma.$executeRaw`DROP SCHEMA IF EXISTS pgboss CASCADE`;
});

/** Makes the daily job due now, as its schedule does at night. */
async function makeDailyJobDue(): Promise<void> {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue(dailyQueue);
  await boss.send(dailyQueue);
  await boss.stop();
}

function makeMail(subject: string, createdAt: Date) {
  const data = {
    kind: "application_received",
    recipient: "digital@ghent.example",
    locale: "en",
    subject,
    createdAt,
  } as const;
  return prisma.mail.create({ data });
}

test("the daily job deletes mails after ninety days", async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await makeMail("older", daysAgo(91));
  await makeMail("newer", daysAgo(89));
  await makeDailyJobDue();

  const worker = await startWorker();
  await vi.waitFor(
    async () =>
      expect(await prisma.mail.findMany({ select: { subject: true } })).toEqual([
        { subject: "newer" },
      ]),
    { timeout: 10_000 },
  );
  await worker.stop();
});

test("of two processes that start at once, one does the daily job", async () => {
  const run = vi.fn(() => Promise.resolve());
  await makeDailyJobDue();

  const workers = await Promise.all([startDailyJob(run), startDailyJob(run)]);
  await vi.waitFor(() => expect(run).toHaveBeenCalled(), { timeout: 10_000 });
  await Promise.all(workers.map((worker) => worker.stop()));

  expect(run).toHaveBeenCalledTimes(1);
  expect(await prisma.$queryRaw`SELECT count(*)::int AS schedules FROM pgboss.schedule`).toEqual([
    { schedules: 1 },
  ]);
});

test("stopping waits for the job under way", async () => {
  let finish = (): void => undefined;
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  await makeDailyJobDue();
  const worker = await startDailyJob(run);
  await vi.waitFor(() => expect(run).toHaveBeenCalled(), { timeout: 10_000 });

  const stopped = worker.stop();
  finish();
  await stopped;

  expect(
    await prisma.$queryRaw`SELECT state::text FROM pgboss.job WHERE name = ${dailyQueue}`,
  ).toEqual([{ state: "completed" }]);
});
