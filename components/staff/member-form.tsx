"use client";

import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { CheckboxField, TextField } from "@/components/ui/field";

type Props = {
  action: FormAction;
  cityId: number;
  values: FormState["values"];
  /** What the list said when the form was opened. */
  seen: string;
};

const day = { type: "date", min: "2018-11-14", className: "max-w-48" } as const;

/** Corrects what the public list says of a city. It stays on the list meanwhile. */
export function MemberForm({ action, cityId, values, seen }: Props) {
  return (
    <PanelForm
      action={action}
      values={values}
      button="Save the correction"
      className="max-w-xl space-y-4"
    >
      {(state) => (
        <>
          <input type="hidden" name="cityId" value={cityId} />
          <input type="hidden" name="seen" value={seen} />
          <TextField
            {...fieldOf(state, "name")}
            label="Public name"
            hint="Corrects how the name is written. The address stays: if the city has a new name, rename it below."
            autoComplete="off"
          />
          <TextField
            {...fieldOf(state, "signedOn")}
            label="Signed on"
            hint="Empty where the day is not known."
            {...day}
          />
          <TextField
            {...fieldOf(state, "announcedOn")}
            label="Announced on"
            hint="The day it was announced as a signatory. Shown where the day it signed is not known."
            {...day}
          />
          <CheckboxField
            name="isFounder"
            value="yes"
            label="Founder"
            defaultChecked={state.values.isFounder === "yes"}
          />
        </>
      )}
    </PanelForm>
  );
}
