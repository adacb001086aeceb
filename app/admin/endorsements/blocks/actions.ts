"use server";

import { redirect } from "next/navigation";
import { formTexts } from "@/lib/forms";
import { requireReviewer } from "@/lib/auth";
import { block, parseBlocked, unblock } from "@/lib/endorsements/abuse/block-commands";

export async function add(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const blocked = parseBlocked(formTexts(form).value ?? "");
  if (!blocked) redirect("/admin/endorsements/blocks?problem=unreadable");
  await block(blocked, staffId);
  redirect("/admin/endorsements/blocks?done=blocked");
}

export async function remove(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const blocked = parseBlocked(formTexts(form).value ?? "");
  if (blocked) await unblock(blocked, staffId);
  redirect("/admin/endorsements/blocks?done=unblocked");
}
