"use server";

import { redirect } from "next/navigation";
import { correct, readDecision, readSeen, refuse } from "@/app/admin/applications/[id]/decision-answers";
import { typedFields } from "@/app/admin/typed-fields";
import type { DecisionState } from "@/components/review/decision-form";
import { approveApplication, declineApplication, reopenApplication, requestChanges, tickEvidence, untickEvidence } from "@/lib/applications/review-commands";
import { approvalSchema, changeRequestSchema, declineSchema, evidenceSchema } from "@/lib/applications/review-schema";
import { requireReviewer } from "@/lib/auth";

export async function approve(before: DecisionState, form: FormData): Promise<DecisionState> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const approval = readDecision(form, "approval", approvalSchema);
  if (!approval.success) return correct(before, form, "approval", approval.error);
  const refusal = await approveApplication({ ...seen, staffId }, approval.data);
  if (refusal) return refuse(before, form, refusal);
  redirect(`/admin/applications/${seen.applicationId}?done=approved`);
}

export async function askForChanges(before: DecisionState, form: FormData): Promise<DecisionState> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const request = readDecision(form, "change_request", changeRequestSchema);
  if (!request.success) return correct(before, form, "change_request", request.error);
  const refusal = await requestChanges({ ...seen, staffId }, request.data);
  if (refusal) return refuse(before, form, refusal);
  redirect(`/admin/applications/${seen.applicationId}?done=changes_requested`);
}

export async function decline(before: DecisionState, form: FormData): Promise<DecisionState> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const answer = readDecision(form, "decline", declineSchema);
  if (!answer.success) return correct(before, form, "decline", answer.error);
  const refusal = await declineApplication({ ...seen, staffId }, answer.data);
  if (refusal) return refuse(before, form, refusal);
  redirect(`/admin/applications/${seen.applicationId}?done=declined`);
}

export async function reopen(before: DecisionState, form: FormData): Promise<DecisionState> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const refusal = await reopenApplication({ ...seen, staffId });
  if (refusal) return refuse(before, form, refusal);
  redirect(`/admin/applications/${seen.applicationId}?done=reopened`);
}

export async function tick(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const { criterion } = evidenceSchema.parse(typedFields(form));
  const refusal = await tickEvidence({ ...seen, staffId }, criterion);
  redirect(evidenceOf(seen.applicationId, refusal ? "problem=not_ticked" : `ticked=${criterion}`));
}

export async function untick(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const seen = readSeen(form);
  const { criterion } = evidenceSchema.parse(typedFields(form));
  const refusal = await untickEvidence({ ...seen, staffId }, criterion);
  redirect(evidenceOf(seen.applicationId, refusal ? "problem=not_ticked" : `unticked=${criterion}`));
}

/** What happened stands in the address: where scripts run, Next shows nothing new for an address that differs in its fragment alone. */
const evidenceOf = (applicationId: string, outcome: string): string => `/admin/applications/${applicationId}?${outcome}#evidence`;
