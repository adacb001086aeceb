"use server";

import { withAccessError } from "@/app/admin/applications/[id]/review-answers";
import {
  approve,
  askForChanges,
  decline,
  reopen,
  tick,
  untick,
} from "@/app/admin/applications/[id]/decisions";
import { formTexts } from "@/lib/forms";
import type { ReviewState } from "@/components/review/review-state";
import { seenSchema, verbSchema } from "@/lib/applications/review/review-schema";
import { requireReviewerOnPage } from "@/lib/auth";

const decisions = { approval: approve, change_request: askForChanges, decline, reopening: reopen };

/**
 * Every button of a review. They stand in one form, so that none of them loses what was typed for
 * another, with scripts or without.
 * @throws on a form that is none of ours
 */
export async function review(before: ReviewState, form: FormData): Promise<ReviewState> {
  const access = await requireReviewerOnPage();
  if (!access.ok) return withAccessError(before, form, access.reason);
  const values = formTexts(form);
  const turn = { before, form, seen: { ...seenSchema.parse(values), staffId: access.staff.id } };
  const verb = verbSchema.parse(values);
  if ("tick" in verb) return tick(turn, verb.tick);
  if ("untick" in verb) return untick(turn, verb.untick);
  return decisions[verb.decide](turn);
}
