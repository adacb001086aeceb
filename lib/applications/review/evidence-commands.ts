import {
  countsAsSeen,
  missingEvidence,
  needsNote,
  type Mandate,
  type ReviewResult,
} from "@/lib/applications/review/decisions";
import {
  lockForReview,
  transactReview,
  recordReview,
  type Review,
} from "@/lib/applications/review/review-transaction";
import type { Transaction } from "@/lib/db";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

/** What a reviewer has ticked and unticked on the screen, beside what was ticked already. */
export type EvidenceChanges = {
  /** The note says where it was seen; required if the document is "to follow". */
  ticked: readonly { criterion: EvidenceCriterion; note: string | null }[];
  unticked: readonly EvidenceCriterion[];
};

export const noChanges: EvidenceChanges = { ticked: [], unticked: [] };

/** Idempotent. */
export function changeEvidence(review: Review, changes: EvidenceChanges): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const locked = await lockForReview(tx, review);
    return locked.ok ? storeEvidence(tx, review, locked, changes) : locked;
  });
}

export async function storeEvidence(
  tx: Transaction,
  review: Review,
  application: Mandate & { cityId: number },
  { ticked, unticked }: EvidenceChanges,
): Promise<ReviewResult> {
  const { applicationId, staffId } = review;
  const { cityId } = application;
  for (const { criterion, note } of ticked) {
    if (needsNote(criterion, application)) {
      if (!note) return { ok: false, reason: "noteMissing" };
      await tx.evidenceTick.deleteMany({ where: { applicationId, criterion, note: null } });
    }
    const { count } = await tx.evidenceTick.createMany({
      data: { applicationId, criterion, staffId, note },
      skipDuplicates: true,
    });
    if (count) await recordReview(tx, review, "application_evidence_ticked", cityId, { criterion });
  }
  for (const criterion of unticked) {
    const { count } = await tx.evidenceTick.deleteMany({ where: { applicationId, criterion } });
    if (count)
      await recordReview(tx, review, "application_evidence_unticked", cityId, { criterion });
  }
  return { ok: true };
}

export async function listMissingEvidence(
  tx: Transaction,
  application: Mandate & { id: string },
): Promise<EvidenceCriterion[]> {
  const ticks = await tx.evidenceTick.findMany({
    where: { applicationId: application.id },
    select: { criterion: true, note: true },
  });
  return missingEvidence(
    ticks.filter((tick) => countsAsSeen(tick, application)).map(({ criterion }) => criterion),
  );
}
