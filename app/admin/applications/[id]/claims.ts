import { refresh } from "next/cache";
import type { ReviewSubmission } from "@/app/admin/applications/[id]/review-answers";
import { formAgain, withFormError } from "@/app/admin/form-answers";
import type { ReviewState } from "@/components/review/decision/review-state";
import { claimApplication, releaseClaim } from "@/lib/applications/claims/claim-commands";
import type { ClaimRefusal } from "@/lib/applications/claims/claims";
import { holderSchema } from "@/lib/applications/review/review-schema";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { formTexts } from "@/lib/forms";

// Called by the action behind its guard.

export async function changeClaim(
  { before, form, seen: { applicationId, staffId } }: ReviewSubmission,
  what: "take" | "release",
): Promise<ReviewState> {
  refresh();
  if (what === "release") {
    await releaseClaim(applicationId, staffId);
    return { ...formAgain(before, form), noted: "You have given it back." };
  }
  const seenHolderId = holderSchema.parse(formTexts(form).holder);
  const moment = { now: new Date(), settings: await readReviewSettings() };
  const claimed = await claimApplication({ applicationId, staffId, seenHolderId }, moment);
  if (!claimed.ok) return withFormError(before, form, formatRefusal(claimed));
  return { ...formAgain(before, form), noted: "You have it now." };
}

function formatRefusal(refusal: ClaimRefusal): string {
  if (refusal.reason === "notWaiting")
    return "Nothing was done: the application does not await review any more.";
  return refusal.holder
    ? `Nothing was done: ${refusal.holder} has taken it since you opened it.`
    : "Nothing was done: whoever had it has given it back since you opened it.";
}
