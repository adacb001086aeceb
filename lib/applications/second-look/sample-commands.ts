import type { ReviewResult } from "@/lib/applications/review/decisions";
import { mailFirstReviewer } from "@/lib/applications/second-look/staff-mailer";
import { transact } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

type SampleAnswer = { decisionId: string; staffId: string; agrees: boolean; note: string | null };

/** Changes nothing about the decision. Nobody answers about their own. */
export async function answerSample({ decisionId, ...answer }: SampleAnswer): Promise<ReviewResult> {
  const result = await transact(async (tx): Promise<ReviewResult> => {
    const sample = await tx.decisionSample.findUnique({
      where: { decisionId },
      select: {
        decision: { select: { staffId: true } },
        application: {
          select: { id: true, reference: true, cityId: true, city: { select: { name: true } } },
        },
      },
    });
    if (!sample) return { ok: false, reason: "noSample" };
    const { decision, application } = sample;
    if (decision.staffId === answer.staffId) return { ok: false, reason: "ownDecision" };
    const { count } = await tx.decisionSample.updateMany({
      where: { decisionId, answeredAt: null, decision: { inForceForId: { not: null } } },
      data: { ...answer, answeredAt: new Date() },
    });
    if (count === 0) return { ok: false, reason: "noSample" };
    await recordEvent(tx, {
      kind: "application_sample_answered",
      actor: "staff",
      staffId: answer.staffId,
      applicationId: application.id,
      cityId: application.cityId,
      detail: { agrees: answer.agrees },
    });
    await mailFirstReviewer(tx, decision.staffId, {
      what: answer.agrees ? "agreed" : "disagreed",
      applicationId: application.id,
      reference: application.reference,
      cityName: application.city.name,
    });
    // The statistics tell how often reviewers agree.
    await raiseSiteVersion(tx);
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}
