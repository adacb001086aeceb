"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { remindApplicants } from "@/lib/applications/review/applicant-reminders";
import { assignApplications, undoAssignment } from "@/lib/applications/claims/assignment-commands";
import { parseQueueFilter, severalAddress } from "@/lib/applications/review/queue-filter";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { mostChosen } from "@/lib/applications/review/several";
import { requireReviewer } from "@/lib/auth";

const idsSchema = z.array(z.uuid()).min(1).max(mostChosen);
/** An application, and who had it on the reviewer's screen: "<id>:<id>", or "<id>:" for nobody. */
const seenSchema = z
  .array(
    z.string().transform((text) => {
      const [applicationId, holder] = text.split(":");
      return { applicationId, seenHolderId: holder === "" ? null : holder };
    }),
  )
  .pipe(
    z
      .array(z.object({ applicationId: z.uuid(), seenHolderId: z.uuid().nullable() }))
      .min(1)
      .max(mostChosen),
  );

export async function assign(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const chosen = seenSchema.parse(form.getAll("seen"));
  const assigneeId = z.uuid().parse(form.get("to"));
  const settings = await readReviewSettings();
  const result = await assignApplications(
    { chosen, assigneeId, staffId },
    { now: new Date(), settings },
  );
  back(
    form,
    result.ok
      ? { done: "assigned", count: result.assigned, left: result.left }
      : { problem: result.reason === "noReviewer" ? "no_reviewer" : "nothing_assigned" },
  );
}

export async function remind(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const ids = idsSchema.parse(form.getAll("choose"));
  const { sent, left } = await remindApplicants([...new Set(ids)], staffId, new Date());
  back(form, { done: "reminded", count: sent, left });
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const id = z.uuid().parse(form.get("assignment"));
  const settings = await readReviewSettings();
  const result = await undoAssignment(id, staffId, { now: new Date(), settings });
  back(
    form,
    result.ok
      ? { done: "undone", count: result.undone, left: result.left }
      : { problem: "undone_already" },
  );
}

/** To the same part of the queue, with what came of it. */
function back(form: FormData, outcome: Record<string, string | number>): never {
  const filter = z.string().max(500).catch("").parse(form.get("filter"));
  const address = severalAddress(parseQueueFilter(filter));
  const query = new URLSearchParams(
    Object.entries(outcome).map(([name, value]) => [name, String(value)]),
  );
  redirect(`${address}${address.includes("?") ? "&" : "?"}${query}`);
}
