"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { withFieldErrors, withFormError, withUnknownChoice } from "@/app/admin/form-answers";
import { formatRefusal } from "@/components/review/decision/refusal-labels";
import type { FormState } from "@/components/staff-ui/form-state";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import type { Review } from "@/lib/applications/review/review-transaction";
import {
  overturnDecline,
  upholdDecline,
} from "@/lib/applications/second-look/appeal-answer-commands";
import { confirmProposal, returnProposal } from "@/lib/applications/second-look/proposal-commands";
import { answerSample } from "@/lib/applications/second-look/sample-commands";
import {
  answeredSchema,
  textOfAnswer,
  type SecondLookAnswer,
} from "@/lib/applications/second-look/second-look-schema";
import { requireReviewer } from "@/lib/auth";
import { formTexts } from "@/lib/forms";

export async function answerSecondLook(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requireReviewer();
  const values = formTexts(form);
  const { data } = answeredSchema.safeParse(values);
  if (!data) return withUnknownChoice(before, form);
  const { answer, kind, decisionId, ...seen } = data;
  const text = textOfAnswer[answer].safeParse(values[`${kind}-text`] ?? "");
  if (!text.success)
    return withFieldErrors(before, form, {
      [`${kind}-text`]: text.error.issues[0]?.message ?? "",
    });
  const result = await carryOut(answer, { ...seen, staffId }, decisionId, text.data);
  if (result.ok) redirect(`/admin/second-look?done=${answer}`);
  refresh();
  return withFormError(before, form, formatRefusal(result));
}

function carryOut(
  answer: SecondLookAnswer,
  review: Review,
  decisionId: string,
  text: string,
): Promise<ReviewResult> {
  switch (answer) {
    case "uphold":
      return upholdDecline(review, text);
    case "overturn":
      return overturnDecline(review, text);
    case "confirm":
      return confirmProposal(review);
    case "return":
      return returnProposal(review, text);
    default:
      return answerSample({
        ...{ decisionId, staffId: review.staffId, note: text || null },
        agrees: answer === "agree",
      });
  }
}
