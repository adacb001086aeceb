"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formTexts } from "@/lib/forms";
import { requireReviewer } from "@/lib/auth";
import {
  continueBulkReview,
  runBulkReview,
  stopBulkReview,
  undoBulkReview,
  type Progress,
} from "@/lib/endorsements/review/bulk-review";
import {
  actionsOn,
  parseReviewFilter,
  reviewAddress,
  type ReviewFilter,
} from "@/lib/endorsements/review/review-filter";
import { BulkReviewAction } from "@/prisma/generated/enums";

const decisionSchema = z.object({ action: z.enum(BulkReviewAction), until: z.coerce.date() });
const idOf = (form: FormData): string => z.uuid().parse(formTexts(form).id);

export async function decide(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { action: typedAction, until: typedUntil, ...questions } = formTexts(form);
  const { action, until } = decisionSchema.parse({ action: typedAction, until: typedUntil });
  const { filter } = parseReviewFilter(questions);
  if (!filter || !actionsOn(filter).includes(action)) redirect(reviewAddress({}));
  redirectWithResult(action, await runBulkReview({ action, filter, until, staffId }), filter);
}

export async function resume(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  redirectWithResult("went_on", await continueBulkReview(idOf(form), staffId));
}

export async function stop(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const isStopped = await stopBulkReview(idOf(form), staffId);
  redirectWithResult(isStopped ? "stopped" : "over", { count: 0, left: 0 });
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const progress = await undoBulkReview(idOf(form), staffId);
  redirectWithResult(progress ? "undone" : "late", progress ?? { count: 0, left: 0 });
}

const redirectWithResult = (
  done: string,
  { count, left }: Progress,
  filter: Partial<ReviewFilter> = {},
): never => redirect(reviewAddress(filter, { done, count: String(count), left: String(left) }));
