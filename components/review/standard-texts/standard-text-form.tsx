"use client";

import { reasonLabels, textKindLabels } from "@/components/review/labels";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { placeholders } from "@/lib/applications/standard-texts/placeholders";

const hint = `Can hold ${placeholders.map((name) => `{${name}}`).join(", ")}: they are filled in when a reviewer chooses the text.`;

/** A text that is there already, and its version; or the languages that a new one can be in. */
type Props = { action: FormAction } & (
  | { values: FormState["values"]; id: string; version: number }
  | { languages: { value: string; label: string }[] }
);

export function StandardTextForm(props: Props) {
  const isNew = "languages" in props;
  return (
    <PanelForm
      action={props.action}
      values={isNew ? {} : props.values}
      button={isNew ? "Add the text" : "Save the text"}
      className="max-w-xl space-y-5"
    >
      {(state) => (
        <>
          {isNew ? (
            <NewFields state={state} languages={props.languages} />
          ) : (
            <>
              <input type="hidden" name="id" value={props.id} />
              <input type="hidden" name="version" value={props.version} />
            </>
          )}
          <TextField
            {...fieldOf(state, "title")}
            label="Title"
            hint="What reviewers choose it by. Applicants do not see it."
            maxLength={100}
            autoComplete="off"
          />
          <TextAreaField {...fieldOf(state, "body")} label="Text" hint={hint} rows={8} />
        </>
      )}
    </PanelForm>
  );
}

function NewFields({
  state,
  languages,
}: {
  state: FormState;
  languages: { value: string; label: string }[];
}) {
  return (
    <>
      <SelectField {...fieldOf(state, "kind", "")} label="For">
        <option value="">Choose</option>
        {Object.entries(textKindLabels).map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        {...fieldOf(state, "reason", "")}
        label="Reason of the decline"
        hint="Only for declines."
      >
        <option value="">Any</option>
        {Object.entries(reasonLabels).map(([reason, label]) => (
          <option key={reason} value={reason}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField {...fieldOf(state, "locale", languages[0]?.value)} label="Language">
        {languages.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    </>
  );
}
