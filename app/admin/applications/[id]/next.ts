import { redirect } from "next/navigation";
import type { ReviewSubmission } from "@/app/admin/applications/[id]/review-answers";
import { applicationAddress, parseQueueFilter } from "@/lib/applications/review/queue-filter";
import { findNext } from "@/lib/applications/review/queue-queries";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { formTexts } from "@/lib/forms";
import type { ApplicationState } from "@/prisma/generated/enums";

/** What the application is now. `proposed`: it awaits review until a second reviewer confirms. */
export type DecisionOutcome = ApplicationState | "proposed";

// Called by the action behind its guard.

/**
 * After a decision: to the next application where the reviewer wants that, or else to this one as
 * it is now. With a fragment of its own: browsers otherwise keep the one that the reviewer came to
 * the form by, and focus that.
 */
export async function goOn(
  { form, seen: { applicationId, staffId } }: ReviewSubmission,
  outcome: DecisionOutcome,
): Promise<never> {
  const { queue = "", then } = formTexts(form);
  const filter = parseQueueFilter(queue);
  if (then !== "next")
    redirect(`${applicationAddress(applicationId, filter, `done=${outcome}`)}#next`);
  const reader = { staffId, now: new Date(), settings: await readReviewSettings() };
  const next = await findNext(applicationId, filter, reader);
  const done = `then=next&done=${outcome}`;
  redirect(
    next
      ? `${applicationAddress(next.id, filter, `${done}&decided=${applicationId}`)}#next`
      : `${applicationAddress(applicationId, filter, done)}#next`,
  );
}
