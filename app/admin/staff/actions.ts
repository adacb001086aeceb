"use server";

import { redirect } from "next/navigation";
import { formTexts } from "@/lib/forms";
import type { StaffFormState } from "@/components/staff/staff-form";
import { requireAdministrator } from "@/lib/auth";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import { newStaffSchema, staffEmailSchema } from "@/lib/staff/schema";

export async function add(before: StaffFormState, form: FormData): Promise<StaffFormState> {
  const administrator = await requireAdministrator();
  const values = formTexts(form);
  const again = (errors: StaffFormState["errors"]): StaffFormState => ({
    attempt: before.attempt + 1,
    values,
    errors,
  });
  const person = newStaffSchema.safeParse(values);
  if (!person.success)
    return again(
      Object.fromEntries(
        person.error.issues.map(({ path, message }) => [String(path[0]), message]),
      ),
    );
  if (!(await addStaff(person.data, administrator.id)).ok)
    return again({
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
