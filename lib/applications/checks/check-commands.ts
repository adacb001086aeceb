import type { ReviewResult } from "@/lib/applications/review/decisions";
import {
  lockForReview,
  transactReview,
  type Review,
} from "@/lib/applications/review/review-transaction";
import { recordEvent } from "@/lib/events";
import type { CheckName } from "@/prisma/generated/enums";

/** The reason stands beside the fact. Another reason takes the place of the one before. */
export function overrideCheck(
  review: Review,
  check: CheckName,
  reason: string,
): Promise<ReviewResult> {
  const { applicationId, staffId } = review;
  return transactReview(async (tx) => {
    const locked = await lockForReview(tx, review);
    if (!locked.ok) return locked;
    const override = { reason, staffId, overriddenAt: new Date() };
    await tx.checkOverride.upsert({
      where: { applicationId_check: { applicationId, check } },
      create: { applicationId, check, ...override },
      update: override,
    });
    await recordEvent(tx, {
      kind: "application_check_overridden",
      actor: "staff",
      ...{ staffId, applicationId, cityId: locked.cityId },
      detail: { check },
    });
    return { ok: true };
  });
}

/** The fact counts again. Idempotent. */
export function restoreCheck(review: Review, check: CheckName): Promise<ReviewResult> {
  const { applicationId, staffId } = review;
  return transactReview(async (tx) => {
    const locked = await lockForReview(tx, review);
    if (!locked.ok) return locked;
    const { count } = await tx.checkOverride.deleteMany({ where: { applicationId, check } });
    if (count)
      await recordEvent(tx, {
        kind: "application_check_restored",
        actor: "staff",
        ...{ staffId, applicationId, cityId: locked.cityId },
        detail: { check },
      });
    return { ok: true };
  });
}
