"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission, signOut } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";
import { isLocale } from "@/lib/i18n/locales";
import {
  chooseDigest,
  chooseLanguages,
  chooseName,
  endOwnSession,
  signOutEverywhere,
  switchMorningMail,
  switchShortcuts,
} from "@/lib/staff/commands";
import { digestSchema, ownNameSchema } from "@/lib/staff/schema";

const sessionSchema = z.object({ session: hiddenId });

export async function saveName(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("useOwnAccount");
  const typed = ownNameSchema.safeParse(formTexts(form));
  if (!typed.success) return withFieldErrors(before, form, fieldErrorsOf(typed.error));
  await chooseName(staffId, typed.data.name);
  redirect("/admin/account?done=saved");
}

export async function save(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("useOwnAccount");
  const { data } = digestSchema.safeParse(formTexts(form));
  if (!data) redirect("/admin/account?problem=no_choice");
  await chooseDigest(staffId, data.digest);
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

export async function saveMorningMail(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewApplications");
  await switchMorningMail(staffId, formTexts(form).morning === "on");
  redirect("/admin/account?done=saved");
}

export async function saveLanguages(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewApplications");
  const ticked = form.getAll("language").map(String);
  await chooseLanguages(staffId, ticked.filter(isLocale));
  redirect("/admin/account?done=saved");
}

export async function saveShortcuts(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewApplications");
  await switchShortcuts(staffId, formTexts(form).shortcuts === "on");
  redirect("/admin/account?done=saved");
}
