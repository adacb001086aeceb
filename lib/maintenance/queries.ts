import { prisma } from "@/lib/db";
import { MaintenanceKind, type MaintenanceOutcome } from "@/prisma/generated/enums";

export type MaintenanceRun = {
  outcome: MaintenanceOutcome;
  startedAt: Date;
  finishedAt: Date;
  /** Of the archive. Null where there was none. */
  bytes: number | null;
  /** Of all tables together. */
  rows: number | null;
  /** E.g. the name of the archive, or what failed. */
  detail: string | null;
};

export type LatestRuns = Record<
  MaintenanceKind,
  { latest: MaintenanceRun | null; latestSuccess: MaintenanceRun | null }
>;

export async function latestRuns(): Promise<LatestRuns> {
  const kinds = Object.values(MaintenanceKind);
  const [latest, successes] = await Promise.all([listLatest({}), listLatest(succeeded)]);
  const found = (runs: Awaited<ReturnType<typeof listLatest>>, kind: MaintenanceKind) =>
    runs.find((run) => run.kind === kind)?.run ?? null;
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { latest: found(latest, kind), latestSuccess: found(successes, kind) },
    ]),
  ) as LatestRuns;
}

const succeeded = { outcome: "succeeded" } as const;

async function listLatest(where: { outcome?: MaintenanceOutcome }) {
  const rows = await prisma.maintenanceRun.findMany({
    where,
    distinct: ["kind"],
    orderBy: [{ kind: "asc" }, { finishedAt: "desc" }],
    select: {
      kind: true,
      outcome: true,
      startedAt: true,
      finishedAt: true,
      bytes: true,
      rows: true,
      detail: true,
    },
  });
  return rows.map(({ kind, bytes, rows: rowCount, ...run }) => ({
    kind,
    run: { ...run, bytes: toNumber(bytes), rows: toNumber(rowCount) },
  }));
}

const toNumber = (value: bigint | null): number | null => (value === null ? null : Number(value));
