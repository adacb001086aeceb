import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db";
import { after, before, dayMs, hourMs, minuteMs } from "@/lib/durations";
import { judge } from "@/lib/operations/judge";
import { currentReadings, readNow } from "@/lib/operations/readings";
import { countMinuteIfReady } from "@/lib/operations/ready-minutes";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { submitUnconfirmed, submitConfirmed } from "@/tests/support/applications/review";

const now = new Date();

beforeEach(resetDatabase);
afterEach(() => void vi.restoreAllMocks());

type Delivery = { attempts?: number; dueAt?: Date | null; failedAt?: Date; dismissedAt?: Date };

const makeMail = (createdAt: Date, delivery: Delivery) =>
  prisma.mail.create({
    data: {
      kind: "application_received",
      recipient: "digital@ghent.example",
      locale: "en",
      subject: "We have your application",
      createdAt,
      ...delivery,
    },
  });

const ofDatabase = async () => (await readNow(now)).database!;

test("an email waits once it is due or was tried in vain, and not while its day has not come", async () => {
  await makeMail(before(now, minuteMs), { dueAt: before(now, minuteMs) });
  await makeMail(before(now, hourMs), { dueAt: after(now, hourMs), attempts: 3 });
  await makeMail(before(now, dayMs), { dueAt: after(now, dayMs) });
  await makeMail(before(now, dayMs), { dueAt: null });
  expect((await ofDatabase()).mails).toEqual({
    undelivered: 2,
    oldestUndeliveredAt: before(now, hourMs),
    failed: 0,
  });
});

test("an email that failed counts until somebody dismisses it", async () => {
  await makeMail(now, { failedAt: now });
  await makeMail(now, { failedAt: now, dismissedAt: now });
  expect((await ofDatabase()).mails.failed).toBe(1);
});

test("an application waits from its confirmation on", async () => {
  await loadSamplePlaces();
  await submitUnconfirmed();
  expect((await ofDatabase()).applications).toEqual({ waiting: 0, oldestWaitingSince: null });
  const id = await submitConfirmed({ submissionKey: "00000000-0000-4000-8000-000000000002" });
  const { confirmedAt } = await prisma.application.findUniqueOrThrow({ where: { id } });
  expect((await ofDatabase()).applications).toEqual({
    waiting: 1,
    oldestWaitingSince: confirmedAt,
  });
});

test("the database says which one it is, and what was done for it", async () => {
  const finishedAt = before(now, 3 * dayMs);
  await prisma.retentionRun.create({ data: { finishedAt } });
  await prisma.maintenanceRun.create({
    data: { kind: "backup", outcome: "succeeded", startedAt: finishedAt, finishedAt, bytes: 7n },
  });
  const database = await ofDatabase();
  expect(database).toMatchObject({
    engine: process.env.TEST_DATABASE === "embedded" ? "embedded" : "postgresql",
    migrations: { missing: [], unknown: [] },
    lastNightlyJobAt: finishedAt,
    maintenance: { backup: { latestSuccess: { finishedAt, bytes: 7 } } },
  });
  expect(database.version).toMatch(/^\d+\.\d+/);
  expect(database.bytes).toBeGreaterThan(1_000_000);
  expect(Math.abs(database.clockAheadMs)).toBeLessThan(2_000);
  expect(judge(await readNow(now)).map(({ check }) => check)).toEqual(
    expect.arrayContaining(["backup_late", "nightly_job_late"]),
  );
});

test("a process whose clock is wrong is told by that of the database", async () => {
  vi.useFakeTimers({ now: after(new Date(), hourMs), toFake: ["Date"] });
  try {
    expect(judge(await readNow()).map(({ check }) => check)).toContain("clocks_differ");
  } finally {
    vi.useRealTimers();
  }
});

describe("a database that refuses to write is told", () => {
  const found = async (at: Date) => judge(await readNow(at)).map(({ check }) => check);

  // The process remembers the last one, so each has an hour of its own, and all are long past.
  test.each([
    ["disk_full", 2],
    ["read_only_sql_transaction", 1],
  ])("for %s", async (condition, hoursAgo) => {
    await prisma.$executeRawUnsafe(`
      CREATE FUNCTION refuse_to_write() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${condition}'; END $$`);
    await prisma.$executeRaw`
      CREATE TRIGGER refuses BEFORE INSERT ON ready_day EXECUTE FUNCTION refuse_to_write()`;
    const then = before(now, hoursAgo * hourMs);
    vi.useFakeTimers({ now: then, toFake: ["Date"] });
    try {
      expect(await found(then)).not.toContain("database_not_writable");
      await expect(countMinuteIfReady(then)).rejects.toThrow();
      expect(await found(then)).toContain("database_not_writable");
      expect(await found(after(then, 6 * minuteMs))).not.toContain("database_not_writable");
    } finally {
      vi.useRealTimers();
      await prisma.$executeRaw`DROP FUNCTION refuse_to_write CASCADE`;
    }
  });
});

describe("however many ask", () => {
  test("the database is asked once in the time that they allow", async () => {
    const query = vi.spyOn(pg.Client.prototype, "query");
    const ask = (maxAgeMs: number) => currentReadings({ maxAgeMs });
    await Promise.all(Array.from({ length: 50 }, () => ask(0)));
    const ofOne = query.mock.calls.length;
    expect(ofOne).toBeGreaterThan(1);
    expect(ofOne).toBeLessThanOrEqual(8);
    await Promise.all(Array.from({ length: 50 }, () => ask(60_000)));
    expect(query.mock.calls.length).toBe(ofOne);
    await ask(0);
    expect(query.mock.calls.length).toBeGreaterThan(ofOne);
  });

  test("a database that fails is away", async () => {
    vi.spyOn(pg.Client.prototype, "query").mockImplementation(() => {
      throw new Error("terminating connection");
    });
    const readings = await currentReadings({ maxAgeMs: 0 });
    expect(readings.database).toBeNull();
    expect(judge(readings)[0]).toMatchObject({ check: "database_unreachable", state: "error" });
  });

  test("a database that does not answer is away, and holds nobody up", async () => {
    await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE retention_run IN ACCESS EXCLUSIVE MODE`;
      expect((await readNow()).database).toBeNull();
    });
    expect((await readNow()).database).not.toBeNull();
  });
});
