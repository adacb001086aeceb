"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formTexts } from "@/lib/forms";
import type { MemberFormState } from "@/components/staff/member-form";
import { requireReviewer } from "@/lib/auth";
import { correctMember } from "@/lib/cities/member-commands";
import { memberCorrectionSchema } from "@/lib/cities/member-schema";
import { cityIdSchema } from "@/lib/endorsements/schema";

export async function correct(before: MemberFormState, form: FormData): Promise<MemberFormState> {
  const { id: staffId } = await requireReviewer();
  const values = formTexts(form);
  const cityId = cityIdSchema.parse(values.cityId);
  const again = { attempt: before.attempt + 1, values };
  const correction = memberCorrectionSchema.safeParse(values);
  if (!correction.success)
    return {
      ...again,
      errors: Object.fromEntries(
        correction.error.issues.map(({ path, message }) => [String(path[0]), message]),
      ),
    };
  const { seen, ...facts } = correction.data;
  const result = await correctMember({ cityId, facts, seen, staffId });
  if (result.ok) redirect(`/admin/members/${cityId}?done=${result.outcome}&at=${Date.now()}`);
  refresh();
  return {
    ...again,
    errors: {},
    formError:
      "Nothing was saved: a colleague has changed this city since you opened it. The log shows what. Save again to keep what stands here.",
  };
}
