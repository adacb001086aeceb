import { findApplicationByToken } from "@/lib/applications/queries";
import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** After approval only: before it, this is one of the answers and corrected with them. */
export async function chooseDecisionPublic(
  token: string,
  isDecisionPublic: boolean,
): Promise<Result<"unknown" | "closed">> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  if (application.state !== "approved") return { ok: false, reason: "closed" };
  const { id, cityId } = application;

  await prisma.$transaction(async (tx) => {
    const where = { id, state: "approved", isDecisionPublic: !isDecisionPublic } as const;
    const { count } = await tx.application.updateMany({ where, data: { isDecisionPublic } });
    if (count === 0) return;
    const kind = isDecisionPublic ? "application_decision_shown" : "application_decision_hidden";
    await recordEvent(tx, { kind, actor: "applicant", applicationId: id, cityId });
    await raiseSiteVersion(tx);
  });
  await refreshSiteVersion();
  return { ok: true };
}
