import type { Approval } from "@/lib/applications/review/review-schema";
import type { Review } from "@/lib/applications/review/review-transaction";
import { mailSecondLookers } from "@/lib/applications/second-look/staff-mailer";
import type { Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";

/** Null where none waits. One that was made about an earlier version is void. */
export const findWaitingProposal = (tx: Transaction, { applicationId, version }: Review) =>
  tx.approvalProposal.findUnique({
    where: { applicationId, version, returnedById: null },
    select: { staffId: true, name: true, signedOn: true, message: true },
  });

type Proposed = { id: string; reference: string; cityId: number; city: { name: string } };

/** Gives the application free, so that somebody else takes it. */
export async function storeProposal(
  tx: Transaction,
  { version, staffId }: Review,
  { id: applicationId, reference, cityId, city }: Proposed,
  { name, signedOn, message }: Approval,
): Promise<void> {
  const proposal = { version: version + 1, name, signedOn, message, staffId };
  await tx.approvalProposal.upsert({
    where: { applicationId },
    create: { applicationId, ...proposal },
    update: { ...proposal, proposedAt: new Date(), returnNote: null, returnedById: null },
  });
  await tx.claim.deleteMany({ where: { applicationId } });
  await recordEvent(tx, {
    kind: "application_approval_proposed",
    actor: "staff",
    ...{ staffId, applicationId, cityId },
  });
  await mailSecondLookers(tx, staffId, {
    what: "proposal",
    ...{ applicationId, reference, cityName: city.name },
  });
}
