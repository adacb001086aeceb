import { readMigrationState, type MigrationState } from "@/lib/database/migration-state";
import { prisma } from "@/lib/db";
import { latestRuns, type LatestRuns } from "@/lib/maintenance/queries";

/** What the database says of itself and of what waits in it. Nobody's data. */
export type DatabaseReadings = {
  engine: "embedded" | "postgresql";
  /** E.g. "17.6". */
  version: string;
  bytes: number;
  /** By how many milliseconds its clock is ahead of this process's; negative: behind. */
  clockAheadMs: number;
  migrations: MigrationState & { applied: number };
  mails: {
    /** Due, or tried in vain. */
    undelivered: number;
    oldestUndeliveredAt: Date | null;
    /** Given up on, and nobody has said that nothing more is to be done. */
    failed: number;
  };
  applications: { waiting: number; oldestWaitingSince: Date | null };
  lastNightlyJobAt: Date | null;
  maintenance: LatestRuns;
};

type Figures = {
  version: string;
  bytes: bigint;
  clock: Date;
  applied: bigint;
  undelivered: bigint;
  oldestUndeliveredAt: Date | null;
  failed: bigint;
  waiting: bigint;
  oldestWaitingSince: Date | null;
  lastNightlyJobAt: Date | null;
};

/** @throws where the database does not answer */
export async function readDatabase(now: Date): Promise<DatabaseReadings> {
  const [migrations, { figures, clockAheadMs }, maintenance] = await Promise.all([
    readMigrationState((sql) => prisma.$queryRawUnsafe(sql)),
    readFigures(now).then(([figures]) => ({
      figures,
      clockAheadMs: (figures?.clock.getTime() ?? 0) - Date.now(),
    })),
    latestRuns(),
  ]);
  if (!figures) throw new Error("The database has no figures.");
  return {
    engine: figures.version.includes("emscripten") ? "embedded" : "postgresql",
    version: /^PostgreSQL ([\d.]+)/.exec(figures.version)?.[1] ?? "unknown",
    bytes: Number(figures.bytes),
    clockAheadMs,
    migrations: { ...migrations, applied: Number(figures.applied) },
    mails: {
      undelivered: Number(figures.undelivered),
      oldestUndeliveredAt: figures.oldestUndeliveredAt,
      failed: Number(figures.failed),
    },
    applications: {
      waiting: Number(figures.waiting),
      oldestWaitingSince: figures.oldestWaitingSince,
    },
    lastNightlyJobAt: figures.lastNightlyJobAt,
    maintenance,
  };
}

/** Each part has an index, so that a grown database is asked as cheaply as a new one. */
const readFigures = (now: Date) => prisma.$queryRaw<Figures[]>`
  SELECT version(), pg_database_size(current_database()) AS bytes,
    clock_timestamp() AS clock,
    (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL
      AND rolled_back_at IS NULL) AS applied,
    late.count AS undelivered, late.oldest AS "oldestUndeliveredAt",
    (SELECT count(*) FROM mail WHERE failed_at IS NOT NULL AND dismissed_at IS NULL) AS failed,
    waiting.count AS waiting, waiting.oldest AS "oldestWaitingSince",
    (SELECT finished_at FROM retention_run) AS "lastNightlyJobAt"
  FROM
    (SELECT count(*), min(created_at) AS oldest FROM mail
      WHERE due_at IS NOT NULL AND (due_at <= ${now} OR attempts > 0)) AS late,
    (SELECT count(*), min(confirmed_at) AS oldest FROM application
      WHERE state = 'submitted') AS waiting`;
