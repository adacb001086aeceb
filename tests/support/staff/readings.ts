import type { Readings } from "@/lib/operations/readings";

export const now = new Date("2026-11-29T10:00:00Z");

export const ago = (ms: number): Date => new Date(now.getTime() - ms);

const done = { outcome: "succeeded", bytes: 1_000_000, rows: 10, detail: null } as const;

export const runAgo = (ms: number) => ({ ...done, startedAt: ago(ms), finishedAt: ago(ms) });

type Changes = {
  database?: Partial<NonNullable<Readings["database"]>> | null;
  process?: Partial<Readings["process"]>;
  installation?: Partial<Readings["installation"]>;
};

/** Of an installation with which nothing is wrong, but for what changes. */
export function readings({
  database = {},
  process = {},
  installation = {},
}: Changes = {}): Readings {
  const once = { latest: runAgo(3_600_000), latestSuccess: runAgo(3_600_000) };
  const never = { latest: null, latestSuccess: null };
  return {
    at: now,
    database: database && {
      engine: "postgresql",
      version: "17.6",
      bytes: 50_000_000,
      clockAheadMs: 5,
      migrations: { missing: [], unknown: [], applied: 30 },
      mails: { undelivered: 0, oldestUndeliveredAt: null, failed: 0 },
      applications: { waiting: 2, oldestWaitingSince: ago(86_400_000) },
      lastNightlyJobAt: ago(8 * 3_600_000),
      maintenance: { backup: once, restore_drill: once, move: never },
      ...database,
    },
    process: {
      release: { version: "0.1.0", commit: null },
      startedAt: ago(86_400_000),
      memoryBytes: 200_000_000,
      memoryLimitBytes: 512_000_000,
      door: {
        memory: { entries: 40, bytes: 1_500_000, limitBytes: 64_000_000 },
        lanes: [{ lane: "visitors", waiting: 0, running: 1, most: 100 }],
      },
      jobs: [
        {
          name: "counts",
          everyMs: 5_000,
          lastFinishedAt: ago(4_000),
          lastFailedAt: null,
          failedInARow: 0,
          failures: 0,
        },
      ],
      refusedWriteAt: null,
      ...process,
    },
    installation: {
      isProduction: true,
      hasHttps: true,
      hasMailServer: true,
      hasOwnSecret: true,
      isRotatingSecret: false,
      areMetricsOpen: false,
      logsAllRequests: false,
      ...installation,
    },
  };
}
