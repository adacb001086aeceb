import { prisma } from "@/lib/db";
import { takeSteps } from "@/lib/endorsements/bulk-review-steps";

/** So long at a time, so that the process can stop in between, and several reviews take turns. */
const turnMs = 2_000;

/** Goes on with all bulk reviews that are under way, for a moment each. Any number of processes may do so at once. */
export async function continueBulkReviews(): Promise<void> {
  const underWay = await prisma.bulkReview.findMany({
    where: { finishedAt: null, stoppedAt: null },
    select: { id: true },
    orderBy: { ranAt: "asc" },
  });
  for (const { id } of underWay) await takeSteps(id, { steps: Infinity, time: Date.now() + turnMs });
}
