import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import {
  appealOverturnedMail,
  appealUpheldMail,
} from "@/lib/applications/mails/second-look-emails";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import { reopen } from "@/lib/applications/review/review-commands";
import {
  transactReview,
  transition,
  type Review,
} from "@/lib/applications/review/review-transaction";
import { findOpenAppeal } from "@/lib/applications/second-look/open-appeal";
import type { Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { AppealOutcome } from "@/prisma/generated/enums";

/** The decline stands. */
export const upholdDecline = (review: Review, answer: string): Promise<ReviewResult> =>
  answerAppeal(review, "upheld", answer, async (tx) => {
    const stands = await transition(tx, review, ["declined"], {});
    if (!stands.ok) return stands;
    const { application } = stands;
    await recordEvent(tx, {
      kind: "application_appeal_upheld",
      actor: "staff",
      staffId: review.staffId,
      applicationId: application.id,
      cityId: application.cityId,
    });
    await enqueueApplicantMail(tx, application, "application_appeal_upheld", (mail) =>
      appealUpheldMail({ ...mail, answer }),
    );
    return { ok: true };
  });

/** The application awaits review again: in public a new entry, which names the old one. */
export const overturnDecline = (review: Review, answer: string): Promise<ReviewResult> =>
  answerAppeal(review, "overturned", answer, (tx) =>
    reopen(tx, review, "appeal", (application) =>
      enqueueApplicantMail(tx, application, "application_appeal_overturned", (mail) =>
        appealOverturnedMail({ ...mail, answer }),
      ),
    ),
  );

function answerAppeal(
  review: Review,
  outcome: AppealOutcome,
  answer: string,
  carryOut: (tx: Transaction) => Promise<ReviewResult>,
): Promise<ReviewResult> {
  const { applicationId, staffId } = review;
  return transactReview(async (tx) => {
    const appeal = await findOpenAppeal(tx, applicationId);
    if (!appeal) return { ok: false, reason: "noAppeal" };
    if (appeal.decision.staffId === staffId) return { ok: false, reason: "ownDecision" };
    // Of two answers at once, the database lets one through.
    const { count } = await tx.appeal.updateMany({
      where: { id: appeal.id, outcome: null },
      data: { outcome, answer, staffId, answeredAt: new Date() },
    });
    if (count === 0) return { ok: false, reason: "noAppeal" };
    return carryOut(tx);
  });
}
