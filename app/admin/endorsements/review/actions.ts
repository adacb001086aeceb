"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { toConfirm } from "@/app/admin/confirmed";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";
import type { ReviewDecisionState } from "@/components/review/decision/review-decision";
import { requirePermission } from "@/lib/auth";
import {
  continueBulkReview,
  runBulkReview,
  stopBulkReview,
  undoBulkReview,
  type Progress,
} from "@/lib/endorsements/review/bulk-review";
import { confirmedSchema } from "@/lib/endorsements/confirmed-number";
import { resolveReviewFilter } from "@/lib/endorsements/review-city";
import {
  actionsOn,
  reviewAddress,
  type ReviewSearchParams,
} from "@/lib/endorsements/review/review-filter";
import { BulkReviewAction } from "@/prisma/generated/enums";

const decisionSchema = z.object({
  action: z.enum(BulkReviewAction),
  until: z.iso.datetime().transform((written) => new Date(written)),
  confirmed: confirmedSchema,
});
const idOf = (form: FormData): string => hiddenId.parse(formTexts(form).id);

export async function decide(_: ReviewDecisionState, form: FormData): Promise<ReviewDecisionState> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const fields = formTexts(form);
  const { data: decision } = decisionSchema.safeParse(fields);
  const resolved = await resolveReviewFilter(fields);
  const { filter, searchParams } = resolved;
  if (!decision || !filter || !actionsOn(filter).includes(decision.action))
    redirectWithResult("changed", { count: 0, left: 0 }, searchParams);
  const result = await runBulkReview({ ...decision, filter, staffId });
  if (!result.ok) return { toConfirm: toConfirm(form, result) };
  redirectWithResult(decision.action, result, searchParams);
}

export async function resume(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const result = await continueBulkReview(idOf(form), staffId);
  if (!result.ok) redirectWithResult("gone", { count: 0, left: 0 });
  redirectWithResult("went_on", result);
}

export async function stop(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const { ok } = await stopBulkReview(idOf(form), staffId);
  redirectWithResult(ok ? "stopped" : "over", { count: 0, left: 0 });
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const result = await undoBulkReview(idOf(form), staffId);
  if (!result.ok) redirectWithResult("late", { count: 0, left: 0 });
  redirectWithResult("undone", result);
}

function redirectWithResult(
  done: string,
  { count, left }: Progress,
  searchParams: ReviewSearchParams = {},
): never {
  redirect(reviewAddress(searchParams, { done, count: String(count), left: String(left) }));
}
