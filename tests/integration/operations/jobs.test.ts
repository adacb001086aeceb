import { beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db";
import { runDailyJobBeforeServing, runDailyJobWhenDue } from "@/lib/jobs/daily-job";
import { resetDatabase } from "@/tests/support/database/reset";

const at = (time: string) => new Date(`2026-11-${time}Z`);

// Begun on the 20th in the evening: the first night is the next one.
beforeEach(async () => {
  await resetDatabase();
  await runDailyJobWhenDue(at("20T20:00"));
});

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

const noted = () => vi.fn(() => Promise.resolve());

test("the daily job deletes mails after ninety days", async () => {
  const now = at("21T02:17");
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await makeMail("older", daysAgo(91));
  await makeMail("newer", daysAgo(89));
  await runDailyJobWhenDue(now);
  expect(await prisma.mail.findMany({ select: { subject: true } })).toEqual([{ subject: "newer" }]);
});

test("it runs once a night, and not before it is night", async () => {
  const run = noted();
  for (const time of ["20T21:00", "21T02:16", "21T02:17", "21T02:18", "21T23:59", "22T02:16"])
    await runDailyJobWhenDue(at(time), run);
  expect(run.mock.calls).toEqual([[at("21T02:17")]]);
});

test("nights that nobody was up for are made up for once", async () => {
  const run = noted();
  for (const time of ["25T09:00", "25T09:01", "25T18:00"]) await runDailyJobWhenDue(at(time), run);
  expect(run.mock.calls).toEqual([[at("25T09:00")]]);
});

test("of several processes, one does the daily job", async () => {
  const run = noted();
  await Promise.all(Array.from({ length: 5 }, () => runDailyJobWhenDue(at("21T03:00"), run)));
  expect(run).toHaveBeenCalledOnce();
});

test("while it runs nobody begins it again; when it has failed, it is tried again half an hour later", async () => {
  const fail = vi.fn(() => Promise.reject(new Error("The database went away.")));
  await expect(runDailyJobWhenDue(at("21T03:00"), fail)).rejects.toThrow("went away");
  const run = noted();
  await runDailyJobWhenDue(at("21T03:29"), run);
  expect(run).not.toHaveBeenCalled();
  await runDailyJobWhenDue(at("21T03:30"), run);
  await runDailyJobWhenDue(at("21T04:30"), run);
  expect(run).toHaveBeenCalledOnce();
});

test("a site that starts after nights does it before it serves, and serves where it fails", async () => {
  const fail = vi.fn(() => Promise.reject(new Error("The database went away.")));
  await runDailyJobBeforeServing(at("25T09:00"), fail);
  expect(fail).toHaveBeenCalledOnce();
  const run = noted();
  await runDailyJobBeforeServing(at("25T09:31"), run);
  await runDailyJobBeforeServing(at("25T09:32"), run);
  expect(run).toHaveBeenCalledOnce();
});
