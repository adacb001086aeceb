import { refresh } from "next/cache";
import { withRefusal, type ReviewSubmission } from "@/app/admin/applications/[id]/review-answers";
import { formAgain, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { ReviewState } from "@/components/review/decision/review-state";
import { overrideCheck, restoreCheck } from "@/lib/applications/checks/check-commands";
import { checkMandateLink } from "@/lib/applications/checks/link-commands";
import { overrideReasonSchema } from "@/lib/applications/review/review-schema";
import { formTexts } from "@/lib/forms";
import type { CheckName } from "@/prisma/generated/enums";

// Called by the action behind its guard.

const linkRefusals = {
  switchedOff: "Nothing was done: the settings say that links are not checked.",
  noLink: "Nothing was done: there is no link, or the application is closed.",
  busy: "Nothing was done: other links are being checked. Try again in a minute.",
};

export async function checkLinkAgain(turn: ReviewSubmission): Promise<ReviewState> {
  const checked = await checkMandateLink(turn.seen, new Date());
  refresh();
  return checked.ok
    ? { ...formAgain(turn.before, turn.form), noted: "Asked." }
    : withFormError(turn.before, turn.form, linkRefusals[checked.reason]);
}

export async function override(turn: ReviewSubmission, check: CheckName): Promise<ReviewState> {
  const { before, form, seen } = turn;
  const field = `${check}-reason`;
  const reason = overrideReasonSchema.safeParse(formTexts(form)[field] ?? "");
  if (!reason.success)
    return withFieldErrors(before, form, { [field]: reason.error.issues[0]?.message ?? "" });
  const result = await overrideCheck(seen, check, reason.data);
  if (!result.ok) return withRefusal(turn, result);
  refresh();
  return { ...formAgain(before, form), noted: "Overridden." };
}

export async function restore(turn: ReviewSubmission, check: CheckName): Promise<ReviewState> {
  const result = await restoreCheck(turn.seen, check);
  if (!result.ok) return withRefusal(turn, result);
  refresh();
  return { ...formAgain(turn.before, turn.form), noted: "The fact counts again." };
}
