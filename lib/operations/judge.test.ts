import { describe, expect, test } from "vitest";
import { dayMs, hourMs, minuteMs } from "@/lib/durations";
import { areasByState, checkNames } from "@/lib/operations/finding";
import { judge } from "@/lib/operations/judge";
import { readinessOf } from "@/lib/operations/readiness";
import type { Readings } from "@/lib/operations/readings";
import { ago, readings, runAgo } from "@/tests/support/staff/readings";

type Changes = Parameters<typeof readings>[0];

const mails = (late: number | null, failed = 0) => ({
  undelivered: late === null ? 0 : 1,
  oldestUndeliveredAt: late === null ? null : ago(late),
  failed,
});

const migrations = (missing: string[], unknown: string[]) => ({ missing, unknown, applied: 30 });

function maintenance(kind: "backup" | "restore_drill", msAgo: number | null, hasFailed = false) {
  const all = readings().database!.maintenance;
  const latestSuccess = msAgo === null ? null : runAgo(msAgo);
  const latest = hasFailed ? { ...runAgo(hourMs), outcome: "failed" as const } : latestSuccess;
  return { ...all, [kind]: { latest, latestSuccess } };
}

const job = (changes: Partial<Readings["process"]["jobs"][number]>) => ({
  jobs: [{ ...readings().process.jobs[0]!, ...changes }],
});

const crowd = {
  memory: { entries: 0, bytes: 0, limitBytes: 1 },
  lanes: [{ lane: "visitors" as const, waiting: 81, running: 3, most: 100 }],
};

/** What is wrong → what is found. Just before it is wrong, nothing is. */
const cases: [string, Changes, string[]][] = [
  ["nothing", {}, []],
  ["a database that is away", { database: null }, ["database_unreachable error"]],
  [
    "a database that refused to write six minutes ago",
    { process: { refusedWriteAt: ago(6 * minuteMs) } },
    [],
  ],
  [
    "a database that refused to write four minutes ago",
    { process: { refusedWriteAt: ago(4 * minuteMs) } },
    ["database_not_writable error"],
  ],
  [
    "a migration that lacks",
    { database: { migrations: migrations(["20261128000000_init"], []) } },
    ["migrations_missing error"],
  ],
  [
    "a migration of a newer release",
    { database: { migrations: migrations([], ["2999_newer"]) } },
    ["migrations_unknown warning"],
  ],
  ["clocks that differ by a minute", { database: { clockAheadMs: -minuteMs } }, []],
  [
    "a database whose clock is two minutes behind",
    { database: { clockAheadMs: -2 * minuteMs } },
    ["clocks_differ warning"],
  ],
  [
    "a database whose clock is an hour ahead",
    { database: { clockAheadMs: hourMs } },
    ["clocks_differ warning"],
  ],
  ["the embedded database", { database: { engine: "embedded" } }, ["database_embedded warning"]],
  ["no mail server", { installation: { hasMailServer: false } }, ["mail_server_missing warning"]],
  [
    "kept emails, which are not late without a mail server",
    { database: { mails: mails(dayMs) }, installation: { hasMailServer: false } },
    ["mail_server_missing warning"],
  ],
  ["an email of a quarter of an hour", { database: { mails: mails(15 * minuteMs) } }, []],
  [
    "an email of sixteen minutes",
    { database: { mails: mails(16 * minuteMs) } },
    ["mail_late warning"],
  ],
  ["an email of five hours", { database: { mails: mails(5 * hourMs) } }, ["mail_late error"]],
  ["an email that failed", { database: { mails: mails(null, 1) } }, ["mail_failed warning"]],
  [
    "a nightly job of the night before last",
    { database: { lastNightlyJobAt: ago(30 * hourMs) } },
    ["nightly_job_late warning"],
  ],
  [
    "no nightly job for four days",
    { database: { lastNightlyJobAt: ago(4 * dayMs) } },
    ["nightly_job_late error"],
  ],
  ["a new installation before its second night", { database: { lastNightlyJobAt: null } }, []],
  [
    "a nightly job that never ran",
    { database: { lastNightlyJobAt: null }, process: { startedAt: ago(2 * dayMs) } },
    ["nightly_job_late warning"],
  ],
  ["a job that failed twice", { process: job({ failedInARow: 2 }) }, []],
  ["a job that fails", { process: job({ failedInARow: 3 }) }, ["job_failing warning"]],
  ["a job that hangs", { process: job({ lastFinishedAt: ago(hourMs) }) }, ["job_late warning"]],
  [
    "no backup",
    { database: { maintenance: maintenance("backup", null) } },
    ["backup_late warning"],
  ],
  [
    "a backup of three days",
    { database: { maintenance: maintenance("backup", 3 * dayMs) } },
    ["backup_late warning"],
  ],
  [
    "a backup of eight days",
    { database: { maintenance: maintenance("backup", 8 * dayMs) } },
    ["backup_late error"],
  ],
  [
    "a backup that failed",
    { database: { maintenance: maintenance("backup", dayMs, true) } },
    ["backup_failed error"],
  ],
  [
    "a restore that nobody has tried for a hundred days",
    { database: { maintenance: maintenance("restore_drill", 101 * dayMs) } },
    ["restore_unverified warning"],
  ],
  [
    "a drill that failed",
    { database: { maintenance: maintenance("restore_drill", 99 * dayMs, true) } },
    ["drill_failed error"],
  ],
  ["memory at its limit", { process: { memoryBytes: 470_000_000 } }, ["memory_short warning"]],
  [
    "memory that nothing limits",
    { process: { memoryBytes: 470_000_000, memoryLimitBytes: null } },
    [],
  ],
  ["a crowd", { process: { door: crowd } }, ["queue_long warning"]],
  ["an http address", { installation: { hasHttps: false } }, ["address_not_https warning"]],
  [
    "an http address while developing",
    { installation: { hasHttps: false, isProduction: false } },
    [],
  ],
  [
    "a secret in the data directory",
    { installation: { hasOwnSecret: false } },
    ["secret_in_data_directory warning"],
  ],
  ["open metrics", { installation: { areMetricsOpen: true } }, ["metrics_open warning"]],
  [
    "a log of all requests",
    { installation: { logsAllRequests: true } },
    ["all_requests_logged warning"],
  ],
];

test.each(cases)("of %s the operator is told", (_, changes, found) => {
  expect(judge(readings(changes)).map(({ check, state }) => `${check} ${state}`)).toEqual(found);
});

test("each check is found once at least", () => {
  const found = new Set(cases.flatMap(([, , each]) => each.map((one) => one.split(" ")[0])));
  expect([...found].sort()).toEqual([...checkNames].sort());
});

test("the worst comes first, on the list as in the parts of the page", () => {
  const findings = judge(
    readings({
      database: { mails: mails(null, 2), lastNightlyJobAt: ago(4 * dayMs) },
      installation: { areMetricsOpen: true },
    }),
  );
  expect(findings.map(({ check }) => check)).toEqual([
    "nightly_job_late",
    "mail_failed",
    "metrics_open",
  ]);
  expect(areasByState(findings).map(({ area, state }) => `${area} ${state}`)).toEqual([
    "jobs error",
    "mails warning",
    "settings warning",
    "database ok",
    "backups ok",
    "process ok",
  ]);
});

describe("readiness", () => {
  const ready = (changes?: Changes) => readinessOf(judge(readings(changes)));

  test("is ok where nothing is wrong", () => {
    expect(ready()).toEqual({ httpStatus: 200, body: { status: "ok", causes: [] } });
  });

  test("says a warning, and keeps its visitors", () => {
    expect(ready({ database: { mails: mails(null, 1) } })).toEqual({
      httpStatus: 200,
      body: { status: "warning", causes: [{ check: "mail_failed", state: "warning" }] },
    });
  });

  test("keeps its visitors too where an error is not in the way of serving them", () => {
    expect(ready({ database: { mails: mails(dayMs) } })).toMatchObject({
      httpStatus: 200,
      body: { status: "error" },
    });
  });

  test("goes on while the database can be read and not written", () => {
    expect(ready({ process: { refusedWriteAt: ago(minuteMs) } })).toEqual({
      httpStatus: 200,
      body: { status: "error", causes: [{ check: "database_not_writable", state: "error" }] },
    });
  });

  test("ends with the database, and with one that lacks what this release needs", () => {
    expect(ready({ database: null }).httpStatus).toBe(503);
    expect(ready({ database: { migrations: migrations(["2026_this"], []) } })).toEqual({
      httpStatus: 503,
      body: {
        status: "error",
        causes: [{ check: "migrations_missing", state: "error", names: ["2026_this"] }],
      },
    });
  });

  test("goes on without the database for a proxy, but not with one that lacks a migration", () => {
    const forProxy = (changes: Changes) =>
      readinessOf(judge(readings(changes)), { needsDatabase: false });
    expect(forProxy({ database: null })).toMatchObject({
      httpStatus: 200,
      body: { causes: [{ check: "database_unreachable" }] },
    });
    const lacking = { database: { migrations: migrations(["2026_this"], []) } };
    expect(forProxy(lacking).httpStatus).toBe(503);
  });

  test("lasts while a newer release starts beside it", () => {
    expect(ready({ database: { migrations: migrations([], ["2999_newer"]) } }).httpStatus).toBe(
      200,
    );
  });

  test("tells nobody how the installation is set up", () => {
    const installation = { hasHttps: false, hasOwnSecret: false, areMetricsOpen: true };
    expect(ready({ installation }).body).toEqual({ status: "ok", causes: [] });
  });
});
