"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { parseQueueFilter, queueAddress } from "@/lib/applications/review/queue-filter";
import { removeFilter, saveFilter } from "@/lib/applications/review/saved-filters";
import { requireReviewer } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";

const savedSchema = z.object({
  name: z.string().max(200).catch(""),
  filter: z.string().max(500).catch(""),
});
const removedSchema = z.object({ id: hiddenId, filter: z.string().max(500).catch("") });

const problems = {
  nameMissing: "filter_name_missing",
  nameTaken: "filter_name_taken",
  tooMany: "filter_too_many",
  findsPerson: "filter_finds_person",
} as const;

export async function saveView(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const given = savedSchema.parse(formTexts(form));
  const saved = await saveFilter(staffId, given);
  redirect(
    withOutcome(given.filter, saved.ok ? "done=filter_saved" : `problem=${problems[saved.reason]}`),
  );
}

export async function removeView(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { id, filter } = removedSchema.parse(formTexts(form));
  await removeFilter(id, staffId);
  redirect(withOutcome(filter, "done=filter_removed"));
}

/** Back to the view from which it was sent. */
function withOutcome(filter: string, outcome: string): string {
  const address = queueAddress(parseQueueFilter(filter));
  return `${address}${address.includes("?") ? "&" : "?"}${outcome}`;
}
