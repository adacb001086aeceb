"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission } from "@/lib/auth";
import { checkText, formTexts } from "@/lib/forms";
import { hiddenId, hiddenVersion } from "@/lib/hidden-fields";
import { decideProposal } from "@/lib/members/page/proposal-commands";

const maxReasonLength = 1_000;

const decisionSchema = z.object({ id: hiddenId, seen: hiddenVersion });

/** What is ticked becomes public, the rest is declined. */
export async function decide(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("editCityPages");
  const values = formTexts(form);
  const { id, seen } = decisionSchema.parse(values);
  const reason = (values.reason ?? "").replace(/\s+/g, " ").trim() || null;
  if (reason && checkText(reason, maxReasonLength))
    return withFieldErrors(before, form, {
      reason: `Write at most ${maxReasonLength} readable characters.`,
    });
  const accepted = Object.keys(values).flatMap((name) =>
    name.startsWith("accept-") ? [Number(name.slice("accept-".length))] : [],
  );
  const result = await decideProposal({ id, staffId, seen, accepted, reason });
  if (result.ok) redirect("/admin/members/proposals?done=decided");
  if (result.reason === "reasonMissing")
    return withFieldErrors(before, form, {
      reason: "Say why something is declined. The contact reads it.",
    });
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was done: a colleague has edited the page or decided since you opened this. Look at it again.",
  );
}
