"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import {
  changeStandardText,
  createStandardText,
  putBackStandardText,
  retireStandardText,
} from "@/lib/applications/standard-texts/commands";
import {
  newStandardTextSchema,
  standardTextSchema,
} from "@/lib/applications/standard-texts/schema";
import { requirePermission } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenId, hiddenVersion } from "@/lib/hidden-fields";

const seenSchema = z.object({ id: hiddenId, version: hiddenVersion });
const earlierSchema = seenSchema.extend({ number: hiddenVersion });
const retirementSchema = z.object({
  id: hiddenId,
  retire: z.enum(["yes", "no"]).optional().catch(undefined),
});

export async function create(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("editTexts");
  const text = newStandardTextSchema.safeParse(formTexts(form));
  if (!text.success) return withFieldErrors(before, form, fieldErrorsOf(text.error));
  const created = await createStandardText(text.data, staffId);
  if (!created.ok)
    return withFormError(before, form, "Nothing was saved: there are as many as there can be.");
  redirect(`/admin/texts?done=created&at=${Date.now()}`);
}

export async function save(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("editTexts");
  const values = formTexts(form);
  const seen = seenSchema.parse(values);
  const text = standardTextSchema.safeParse(values);
  if (!text.success) return withFieldErrors(before, form, fieldErrorsOf(text.error));
  const result = await changeStandardText({ ...seen, staffId }, text.data);
  if (result.ok) redirect(`/admin/texts/${seen.id}?done=saved&at=${Date.now()}`);
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was saved: a colleague has changed the text since you opened it. The history shows what. Save again to keep what stands here.",
  );
}

export async function putBack(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("editTexts");
  const { number, ...seen } = earlierSchema.parse(formTexts(form));
  const { ok } = await putBackStandardText({ ...seen, staffId }, number);
  redirect(
    `/admin/texts/${seen.id}?${ok ? "done=saved" : "problem=changed_meanwhile"}&at=${Date.now()}`,
  );
}

export async function retire(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("editTexts");
  const { id, retire: wanted } = retirementSchema.parse(formTexts(form));
  if (!wanted) redirect(`/admin/texts/${id}?problem=changed_meanwhile&at=${Date.now()}`);
  await retireStandardText(id, staffId, wanted === "yes");
  redirect(`/admin/texts/${id}?done=${wanted === "yes" ? "retired" : "restored"}`);
}
