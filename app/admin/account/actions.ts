"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requirePermission, signOut } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { chooseDigest, endOwnSession, signOutEverywhere } from "@/lib/staff/commands";
import { digestSchema } from "@/lib/staff/schema";

const sessionSchema = z.object({ session: z.uuid() });

export async function save(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("useOwnAccount");
  const { digest } = digestSchema.parse(formTexts(form));
  await chooseDigest(staffId, digest);
  redirect("/admin/account?done=saved");
}

export async function endOther(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("useOwnAccount");
  const { session } = sessionSchema.parse(formTexts(form));
  await endOwnSession(session, staffId);
  redirect("/admin/account?done=ended");
}

export async function endAll(): Promise<void> {
  const { id: staffId } = await requirePermission("useOwnAccount");
  await signOutEverywhere(staffId, staffId);
  await signOut();
  redirect("/admin/sign-in?signed=out");
}
