"use client";

import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { TextField } from "@/components/ui/field";

type Props = { action: FormAction; cityId: number; name: string };

/** A new public name with a new address. */
export function RenameForm({ action, cityId, name }: Props) {
  return (
    <PanelForm action={action} button="Rename the city" className="max-w-xl space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="cityId" value={cityId} />
          <input type="hidden" name="seen" value={name} />
          <TextField
            {...fieldOf(state, "newName")}
            label="New public name"
            hint="The city gets a new address, the old one leads there for good, and its page says what it was called."
            autoComplete="off"
          />
        </>
      )}
    </PanelForm>
  );
}
