"use server";

import { redirect } from "next/navigation";
import { formTexts } from "@/lib/forms";
import { requireReviewer } from "@/lib/auth";
import { isLocale } from "@/lib/i18n/locales";
import { chooseDigest, chooseLanguages, switchShortcuts } from "@/lib/staff/commands";
import { digestSchema } from "@/lib/staff/schema";

export async function save(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { digest } = digestSchema.parse(formTexts(form));
  await chooseDigest(staffId, digest);
  redirect("/admin/account?done=saved");
}

export async function saveLanguages(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const ticked = form.getAll("language").map(String);
  await chooseLanguages(staffId, ticked.filter(isLocale));
  redirect("/admin/account?done=saved");
}

export async function saveShortcuts(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  await switchShortcuts(staffId, formTexts(form).shortcuts === "on");
  redirect("/admin/account?done=saved");
}
