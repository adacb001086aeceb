"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";
import type { Result } from "@/lib/result";
import {
  changeRole as changeRoleOf,
  inviteStaff,
  removeStaff,
  signOutEverywhere,
} from "@/lib/staff/commands";
import { newStaffSchema, roleChangeSchema, staffEmailSchema } from "@/lib/staff/schema";

const changedMeanwhile = "/admin/staff?problem=changed_meanwhile";

const memberSchema = z.object({ memberId: hiddenId });

export async function invite(before: FormState, form: FormData): Promise<FormState> {
  const administrator = await requirePermission("manageStaff");
  const person = newStaffSchema.safeParse(formTexts(form));
  if (!person.success) return withFieldErrors(before, form, fieldErrorsOf(person.error));
  const result = await inviteStaff(person.data, administrator.id);
  if (!result.ok)
    return withFieldErrors(before, form, {
      email: "This address is on the staff already. Change the role in the list.",
    });
  redirect("/admin/staff?done=invited");
}

export async function changeRole(form: FormData): Promise<void> {
  const administrator = await requirePermission("manageStaff");
  const { data: change } = roleChangeSchema.safeParse(formTexts(form));
  if (!change) redirect(changedMeanwhile);
  redirectWithResult(await changeRoleOf(change, administrator.id), "role_changed");
}

export async function signOutMember(form: FormData): Promise<void> {
  const administrator = await requirePermission("manageStaff");
  const { memberId } = memberSchema.parse(formTexts(form));
  redirectWithResult(await signOutEverywhere(memberId, administrator.id), "signed_out");
}

export async function remove(form: FormData): Promise<void> {
  const administrator = await requirePermission("manageStaff");
  const { data: email } = staffEmailSchema.safeParse(formTexts(form).email);
  if (!email) redirect(changedMeanwhile);
  redirectWithResult(await removeStaff(email, administrator.id), "removed");
}

function redirectWithResult(
  result: Result<"notStaff" | "changedMeanwhile" | "lastAdministrator">,
  done: string,
): never {
  if (result.ok) redirect(`/admin/staff?done=${done}`);
  redirect(
    result.reason === "lastAdministrator"
      ? "/admin/staff?problem=last_administrator"
      : changedMeanwhile,
  );
}
