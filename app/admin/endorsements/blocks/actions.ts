"use server";

import { redirect } from "next/navigation";
import { toConfirm } from "@/app/admin/confirmed";
import { formAgain, withFieldErrors } from "@/app/admin/form-answers";
import { formTexts } from "@/lib/forms";
import type { BlockFormState } from "@/components/staff/block-form";
import { requirePermission } from "@/lib/auth";
import { block, parseBlocked, unblock } from "@/lib/endorsements/abuse/block-commands";
import { confirmedSchema } from "@/lib/endorsements/confirmed-number";

export async function add(before: BlockFormState, form: FormData): Promise<BlockFormState> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const { value: typed = "", confirmed } = formTexts(form);
  const blocked = parseBlocked(typed);
  if (!blocked)
    return withFieldErrors(before, form, {
      value: "This is neither an email domain nor an internet address",
    });
  const result = await block(blocked, staffId, confirmedSchema.parse(confirmed));
  if (!result.ok && result.reason === "notConfirmed")
    return {
      ...formAgain(before, form),
      toConfirm: { ...toConfirm(form, result), domain: blocked.value },
    };
  redirect("/admin/endorsements/blocks?done=blocked");
}

export async function remove(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const blocked = parseBlocked(formTexts(form).value ?? "");
  if (blocked) await unblock(blocked, staffId);
  redirect("/admin/endorsements/blocks?done=unblocked");
}
