import { setTimeout as pause } from "node:timers/promises";
import { prisma, type Transaction } from "@/lib/db";

/**
 * The embedded database has one connection: there nothing can happen between what a command reads
 * and what it writes.
 */
export const hasSeveralConnections = process.env.TEST_DATABASE === "postgres";

/**
 * Runs `command` while a change is made but not committed: it reads what was before, and its own
 * writing waits for the change. So what it has found is not so any more when it writes.
 */
export async function changedMeanwhile<Result>(
  change: (tx: Transaction) => Promise<unknown>,
  command: () => Promise<Result>,
): Promise<Result> {
  let running: Promise<Result> | undefined;
  await prisma.$transaction(
    async (tx) => {
      await change(tx);
      running = command();
      const progress = { isOver: false };
      const end = () => void (progress.isOver = true);
      running.then(end, end);
      while (!progress.isOver && !(await isSomebodyWaiting(tx))) await pause(5);
    },
    { timeout: 20_000 },
  );
  if (!running) throw new Error("The command was not run.");
  return running;
}

async function isSomebodyWaiting(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { waiting: number }[]
  >`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`;
  return (row?.waiting ?? 0) > 0;
}
