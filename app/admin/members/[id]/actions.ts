"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { fieldErrorsOf, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";
import { requirePermission } from "@/lib/auth";
import { correctMember } from "@/lib/cities/member-commands";
import { memberCorrectionSchema } from "@/lib/cities/member-schema";
import { hiddenCityId } from "@/lib/hidden-fields";

export async function correct(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("editMembers");
  const values = formTexts(form);
  const cityId = hiddenCityId.parse(values.cityId);
  const correction = memberCorrectionSchema.safeParse(values);
  if (!correction.success) return withFieldErrors(before, form, fieldErrorsOf(correction.error));
  const { seen, ...facts } = correction.data;
  const result = await correctMember({ cityId, facts, seen, staffId });
  if (result.ok) redirect(`/admin/members/${cityId}?done=${result.outcome}&at=${Date.now()}`);
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was saved: a colleague has changed this city since you opened it. The log shows what. Save again to keep what stands here.",
  );
}
