"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenVersion } from "@/lib/hidden-fields";
import { changeSettings, undoSettingsChange } from "@/lib/settings/commands";
import { parseSettingsForm } from "@/lib/settings/settings-form";

const seenSchema = z.object({ version: hiddenVersion });
const noEvent = 0n;

const undoSchema = z.object({
  event: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .catch(noEvent),
});

export async function save(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("changeSettings");
  const values = formTexts(form);
  const { version } = seenSchema.parse(values);
  const settings = parseSettingsForm(values);
  if (!settings.success) return withFieldErrors(before, form, fieldErrorsOf(settings.error));
  const result = await changeSettings({ settings: settings.data, version, staffId });
  if (result.ok) redirect(`/admin/settings?done=${result.outcome}&at=${Date.now()}`);
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was saved: a colleague has changed the settings since you opened them. The history shows what. Save again to keep what stands here.",
  );
}

export async function undo(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("changeSettings");
  const { event } = undoSchema.parse(formTexts(form));
  const { ok } = await undoSettingsChange(event, staffId);
  redirect(
    ok ? `/admin/settings?done=undone&at=${Date.now()}` : "/admin/settings?problem=changed_since",
  );
}
