"use server";

import { withUnknownChoice } from "@/app/admin/form-answers";
import { withAccessError } from "@/app/admin/applications/[id]/review-answers";
import { checkLinkAgain, override, restore } from "@/app/admin/applications/[id]/checks";
import { changeClaim } from "@/app/admin/applications/[id]/claims";
import {
  approve,
  askForChanges,
  decline,
  reopen,
  saveEvidence,
} from "@/app/admin/applications/[id]/decisions";
import { note } from "@/app/admin/applications/[id]/notes";
import { insertStandardText } from "@/app/admin/applications/[id]/standard-texts";
import { formTexts } from "@/lib/forms";
import type { ReviewState } from "@/components/review/decision/review-state";
import { seenSchema, verbSchema } from "@/lib/applications/review/review-schema";
import { requireReviewerOnPage } from "@/lib/auth";

const decisions = { approval: approve, change_request: askForChanges, decline, reopening: reopen };

/**
 * Every button of a review. They stand in one form, so that none of them loses what was typed for
 * another, with scripts or without.
 */
export async function review(before: ReviewState, form: FormData): Promise<ReviewState> {
  const access = await requireReviewerOnPage();
  if (!access.ok) return withAccessError(before, form, access.reason);
  const values = formTexts(form);
  const turn = { before, form, seen: { ...seenSchema.parse(values), staffId: access.staff.id } };
  const { data: verb } = verbSchema.safeParse(values);
  if (!verb) return withUnknownChoice(before, form);
  if ("save" in verb) return saveEvidence(turn);
  if ("claim" in verb) return changeClaim(turn, verb.claim);
  if ("insert" in verb) return insertStandardText(turn, verb.insert);
  if ("note" in verb) return note(turn);
  if ("ask" in verb) return checkLinkAgain(turn);
  if ("override" in verb) return override(turn, verb.override);
  if ("restore" in verb) return restore(turn, verb.restore);
  return decisions[verb.decide](turn);
}
