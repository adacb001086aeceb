"use client";

import { PageForm, type PageFormAction } from "@/components/city-pages/page-form";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Choice = { value: string; label: string };

type Props = {
  action: PageFormAction;
  cityId: number;
  seen: number;
  /** Of the action that is changed, with its id; none to add one. */
  values: FormState["values"];
  areas: readonly Choice[];
  statuses: readonly Choice[];
  /** Who reported it last. */
  reporter?: string;
};

export function ActionForm({ areas, statuses, reporter, ...props }: Props) {
  return (
    <PageForm {...props}>
      {(state) => (
        <>
          <input type="hidden" name="form" value="action" />
          <input type="hidden" name="id" value={props.values.id ?? ""} />
          <input type="hidden" name="locale" value={props.values.locale ?? ""} />
          <TextField
            {...fieldOf(state, "title")}
            label="Title"
            hint="Empty for none: the area stands there then."
            autoComplete="off"
          />
          <TextAreaField {...fieldOf(state, "text")} label="What the city does or plans" rows={4} />
          <SelectField {...fieldOf(state, "area")} label="Principle or area">
            {areas.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <SelectField
            {...fieldOf(state, "status")}
            label="State"
            hint="Where it changes, the page shows since when it was planned and since when it is in place."
          >
            {statuses.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <SelectField {...fieldOf(state, "by")} label="Reported by">
            {reporter ? <option value="same">As before: {reporter}</option> : null}
            <option value="coalition">The coalition</option>
            <option value="city">The city</option>
          </SelectField>
          <TextField
            {...fieldOf(state, "date")}
            label="Reported"
            hint="The day, such as 2026-11-29, or the year."
            autoComplete="off"
            className="max-w-48"
          />
          <TextField
            {...fieldOf(state, "url")}
            label="Source on the web"
            type="url"
            autoComplete="off"
          />
        </>
      )}
    </PageForm>
  );
}
