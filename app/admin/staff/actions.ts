"use server";

import { redirect } from "next/navigation";
import { fieldErrorsOf, withFieldErrors } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";
import { requireAdministrator } from "@/lib/auth";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import { newStaffSchema, staffEmailSchema } from "@/lib/staff/schema";

export async function add(before: FormState, form: FormData): Promise<FormState> {
  const administrator = await requireAdministrator();
  const person = newStaffSchema.safeParse(formTexts(form));
  if (!person.success) return withFieldErrors(before, form, fieldErrorsOf(person.error));
  const result = await addStaff(person.data, administrator.id);
  if (!result.ok)
    return withFieldErrors(before, form, {
      email: "This address is on the staff already. To change the role, remove and add again.",
    });
  redirect("/admin/staff?done=added");
}

export async function remove(form: FormData): Promise<void> {
  const administrator = await requireAdministrator();
  const result = await removeStaff(staffEmailSchema.parse(formTexts(form).email), administrator.id);
  redirect(
    !result.ok && result.reason === "lastAdministrator"
      ? "/admin/staff?problem=last_administrator"
      : "/admin/staff?done=removed",
  );
}
