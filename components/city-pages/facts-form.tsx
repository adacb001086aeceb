"use client";

import { PageForm, type PageFormAction } from "@/components/city-pages/page-form";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Props = {
  action: PageFormAction;
  cityId: number;
  seen: number;
  values: FormState["values"];
};

export function FactsForm(props: Props) {
  return (
    <PageForm {...props}>
      {(state) => (
        <>
          <input type="hidden" name="form" value="facts" />
          <TextField
            {...fieldOf(state, "website")}
            label="Website"
            hint="The city’s own page, best about digital rights. Empty for none."
            type="url"
            autoComplete="off"
          />
          <TextAreaField
            {...fieldOf(state, "summary")}
            label="Summary"
            hint="Plain text of a few sentences. Empty for none."
            rows={6}
          />
          <SelectField {...fieldOf(state, "by", "coalition")} label="The summary is reported by">
            <option value="coalition">The coalition</option>
            <option value="city">The city</option>
          </SelectField>
        </>
      )}
    </PageForm>
  );
}
