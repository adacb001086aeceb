"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { remindApplicants } from "@/lib/applications/review/applicant-reminders";
import { assignApplications, undoAssignment } from "@/lib/applications/claims/assignment-commands";
import { parseQueueFilter, severalAddress } from "@/lib/applications/review/queue-filter";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { holderSchema } from "@/lib/applications/review/review-schema";
import { chosenSchema, maxChosen, problemOf } from "@/lib/applications/review/several";
import { requireReviewer } from "@/lib/auth";
import { hiddenId } from "@/lib/hidden-fields";

/** An application, and who had it on the reviewer's screen: "<id>:<id>", or "<id>:" for nobody. */
function parseSeen(form: FormData) {
  const seen = form.getAll("seen").filter((each) => typeof each === "string");
  const holders = new Map(seen.map(splitAtColon));
  return chosenSchema.parse([...holders.keys()]).map((applicationId) => ({
    applicationId,
    seenHolderId: holderSchema.parse(holders.get(applicationId)),
  }));
}

function splitAtColon(text: string): [string, string] {
  const [before = "", after = ""] = text.split(":");
  return [before, after];
}

export async function assign(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const chosen = parseSeen(form);
  const ids = chosen.map(({ applicationId }) => applicationId);
  const problem = problemOf(ids);
  if (problem) back(form, { problem }, ids);
  const assigneeId = hiddenId.parse(form.get("to"));
  const settings = await readReviewSettings();
  const result = await assignApplications(
    { chosen, assigneeId, staffId },
    { now: new Date(), settings },
  );
  if (result.ok) back(form, { done: "assigned", count: result.assigned, left: result.left });
  back(form, { problem: result.reason === "noReviewer" ? "no_reviewer" : "nothing_assigned" }, ids);
}

export async function remind(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const ids = chosenSchema.parse(form.getAll("choose"));
  const problem = problemOf(ids);
  if (problem) back(form, { problem }, ids);
  const { sent, left } = await remindApplicants(ids, staffId, new Date());
  back(form, { done: "reminded", count: sent, left });
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const id = hiddenId.parse(form.get("assignment"));
  const settings = await readReviewSettings();
  const result = await undoAssignment(id, staffId, { now: new Date(), settings });
  back(
    form,
    result.ok
      ? { done: "undone", count: result.undone, left: result.left }
      : { problem: "undone_already" },
  );
}

/** To the same part of the queue, with what came of it and what stays chosen. */
function back(
  form: FormData,
  outcome: Record<string, string | number>,
  chosen: readonly string[] = [],
): never {
  const filter = z.string().max(500).catch("").parse(form.get("filter"));
  const query = new URLSearchParams([
    ...Object.entries(outcome).map(([name, value]) => [name, String(value)]),
    // An address has room for no more.
    ...chosen.slice(0, maxChosen).map((id) => ["choose", id]),
  ]);
  redirect(severalAddress(parseQueueFilter(filter), String(query)));
}
