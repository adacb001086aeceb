"use client";

import { contactKindNames } from "@/components/staff/member-labels";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { SelectField, TextField } from "@/components/ui/field";
import type { ContactKind } from "@/prisma/generated/enums";

type Props = {
  action: FormAction;
  cityId: number;
  /** Of the contact that is changed, with its id and version; none to add one. */
  values?: FormState["values"];
  languages: readonly { value: string; label: string }[];
  button: string;
};

export function ContactForm({ action, cityId, values = {}, languages, button }: Props) {
  return (
    <PanelForm action={action} values={values} button={button} className="max-w-xl space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="cityId" value={cityId} />
          <input type="hidden" name="id" value={values.id ?? ""} />
          <input type="hidden" name="version" value={values.version ?? ""} />
          <TextField {...fieldOf(state, "name")} label="Name" autoComplete="off" />
          <TextField
            {...fieldOf(state, "role")}
            label="Role at the city"
            hint="For example “chief digital officer”."
            autoComplete="off"
          />
          <TextField
            {...fieldOf(state, "email")}
            label="Work email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField {...fieldOf(state, "kind", "general")} label="Contact for">
            {(Object.keys(contactKindNames) as ContactKind[]).map((kind) => (
              <option key={kind} value={kind}>
                {contactKindNames[kind]}
              </option>
            ))}
          </SelectField>
          <SelectField
            {...fieldOf(state, "locale", languages[0]?.value)}
            label="Language of emails"
          >
            {languages.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </PanelForm>
  );
}
