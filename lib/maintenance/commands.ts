import { prisma } from "@/lib/db";
import { log } from "@/lib/log";
import { StartError } from "@/lib/process/start-error";
import type { MaintenanceKind } from "@/prisma/generated/enums";

export type Done = { bytes: number | null; rows: number; detail: string | null };

/** Does it, and writes down how it went for the operator's page. */
export async function recordRun<Result extends Done>(
  kind: MaintenanceKind,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = new Date();
  try {
    const done = await work();
    await recordSuccess(kind, startedAt, done);
    return done;
  } catch (error) {
    // What failed is told below: a database that is empty, or has gone, has no place for it.
    await store({ kind, outcome: "failed", startedAt, detail: what(error) }).catch(() => undefined);
    throw error;
  }
}

/** A backup counts also where the database is older than this release, or has gone meanwhile. */
export const recordSuccess = (
  kind: MaintenanceKind,
  startedAt: Date,
  { bytes, rows, detail }: Done,
): Promise<void> =>
  store({ kind, outcome: "succeeded", startedAt, bytes, rows, detail }).catch((error: unknown) =>
    log.warn({ reason: what(error) }, "This run could not be recorded in the database"),
  );

type Run = Parameters<typeof prisma.maintenanceRun.create>[0]["data"];

const store = async (run: Omit<Run, "finishedAt">): Promise<void> =>
  void (await prisma.maintenanceRun.create({ data: { ...run, finishedAt: new Date() } }));

/** Errors of the database may hold what stands in a row. */
function what(error: unknown): string {
  if (error instanceof StartError) return error.message.slice(0, 500);
  const { name, code } = error as NodeJS.ErrnoException;
  return [name, code].filter(Boolean).join(" ");
}
