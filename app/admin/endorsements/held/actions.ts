"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { typedFields } from "@/app/admin/typed-fields";
import { requireReviewer } from "@/lib/auth";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/bulk-review";
import { heldFilterSchema, heldQuestions } from "@/lib/endorsements/held-filter";
import { BulkReviewAction } from "@/prisma/generated/enums";

const decisionSchema = z.object({ action: z.enum(BulkReviewAction), until: z.coerce.date() });

export async function decide(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const fields = typedFields(form);
  const { action, until } = decisionSchema.parse(fields);
  const filter = heldFilterSchema.parse(fields);
  const { count } = await runBulkReview({ action, filter, until, staffId });
  redirect(`/admin/endorsements/held?done=${action}&count=${count}&${heldQuestions(filter)}`);
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const count = await undoBulkReview(z.uuid().parse(typedFields(form).id), staffId);
  redirect(count === null ? "/admin/endorsements/held?done=late" : `/admin/endorsements/held?done=undone&count=${count}`);
}
