"use client";

import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { RadioGroup, TextField } from "@/components/ui/field";

const roles = [
  { value: "reviewer", label: "Reviewer", hint: "Decides on applications." },
  { value: "administrator", label: "Administrator", hint: "Also adds and removes staff." },
];

/** Lets a person into the panel. */
export function StaffForm({ action }: { action: FormAction }) {
  return (
    <PanelForm action={action} button="Add to the staff" className="max-w-xl space-y-5">
      {(state) => (
        <>
          <TextField
            {...fieldOf(state, "email")}
            label="Email address"
            hint="Their link to sign in goes there."
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
          <RadioGroup {...fieldOf(state, "role", "reviewer")} label="Role" choices={roles} />
        </>
      )}
    </PanelForm>
  );
}
