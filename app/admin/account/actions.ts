"use server";

import { redirect } from "next/navigation";
import { formTexts } from "@/lib/forms";
import { requireReviewer } from "@/lib/auth";
import { chooseDigest } from "@/lib/staff/commands";
import { digestSchema } from "@/lib/staff/schema";

export async function save(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { digest } = digestSchema.parse(formTexts(form));
  await chooseDigest(staffId, digest);
  redirect("/admin/account?done=saved");
}
