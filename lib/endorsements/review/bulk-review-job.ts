import { prisma } from "@/lib/db";
import { runSteps } from "@/lib/endorsements/review/bulk-review-steps";

/** So that the process can stop in between, and several reviews take turns. */
const turnMs = 2_000;

/** Until then the request that started the work continues it, and says how much it did. */
const requestMs = 5_000;

/** Any number of processes may run this at once. */
export async function continueBulkReviews(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - requestMs);
  const underWay = await prisma.bulkReview.findMany({
    where: {
      finishedAt: null,
      stoppedAt: null,
      ranAt: { lt: before },
      OR: [{ undoneAt: null }, { undoneAt: { lt: before } }],
    },
    select: { id: true },
    orderBy: { ranAt: "asc" },
  });
  for (const { id } of underWay) await runSteps(id, { steps: Infinity, time: Date.now() + turnMs });
}
