"use client";

import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { fieldOf } from "@/components/staff-ui/form-state";
import { TextField } from "@/components/ui/field";

type Props = { name: string; action: FormAction };

export function OwnNameForm({ name, action }: Props) {
  return (
    <PanelForm action={action} values={{ name }} button="Save the name" className="space-y-3">
      {(state) => (
        <TextField
          {...fieldOf(state, "name")}
          label="Name (optional)"
          hint="Colleagues see it beside what you do. Without it they see your address."
          autoComplete="name"
        />
      )}
    </PanelForm>
  );
}
