"use client";

import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { SelectField, TextField } from "@/components/ui/field";

type Props = { languages: readonly { value: string; label: string }[]; action: FormAction };

/** Writes one line above every public page. */
export function AnnouncementForm({ languages, action }: Props) {
  return (
    <PanelForm action={action} button="Announce" className="max-w-xl space-y-4">
      {(state) => (
        <>
          {languages.length > 1 ? (
            <SelectField {...fieldOf(state, "locale")} label="Language">
              {languages.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
          ) : (
            <input type="hidden" name="locale" value={languages[0]?.value} />
          )}
          <TextField {...fieldOf(state, "text")} label="Text" autoComplete="off" />
          <TextField
            {...fieldOf(state, "link")}
            label="Link (optional)"
            hint="A page of this site, such as /events, or an address with https://."
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            {...fieldOf(state, "from")}
            type="datetime-local"
            label="From (UTC, optional)"
            hint="Empty: from now on."
            className="max-w-64"
          />
          <TextField
            {...fieldOf(state, "until")}
            type="datetime-local"
            label="Until (UTC)"
            className="max-w-64"
          />
        </>
      )}
    </PanelForm>
  );
}
