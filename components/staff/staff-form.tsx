"use client";

import { roleChoices, roleHints } from "@/components/staff/role-labels";
import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { RadioGroup, TextField } from "@/components/ui/field";

const choices = roleChoices.map((choice) => ({ ...choice, hint: roleHints[choice.value] }));

/** Lets a person into the panel. */
export function StaffForm({ action }: { action: FormAction }) {
  return (
    <PanelForm action={action} button="Invite" className="max-w-xl space-y-5">
      {(state) => (
        <>
          <TextField
            {...fieldOf(state, "email")}
            label="Email address"
            hint="The invitation goes there, and later each link to sign in."
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            {...fieldOf(state, "name")}
            label="Name (optional)"
            hint="Colleagues see it beside decisions."
            autoComplete="off"
          />
          <RadioGroup {...fieldOf(state, "role", "reviewer")} label="Role" choices={choices} />
        </>
      )}
    </PanelForm>
  );
}
