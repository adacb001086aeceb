import type { ReactNode } from "react";
import { settingLabels } from "@/components/staff/settings/setting-labels";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { SelectField, TextField } from "@/components/ui/field";
import type { Settings } from "@/lib/settings/schema";

export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line-soft pt-4">
      <legend className="float-start mb-4 w-full text-lg font-bold">{title}</legend>
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}

type Setting<Value> = {
  state: FormState;
  name: { [Name in keyof Settings]: Settings[Name] extends Value ? Name : never }[keyof Settings];
  hint: string;
};

export function NumberSetting({
  state,
  name,
  unit,
  hint,
}: Setting<number> & { /** Such as "days". */ unit?: string }) {
  return (
    <TextField
      {...fieldOf(state, name)}
      label={unit ? `${settingLabels[name]} (${unit})` : settingLabels[name]}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      className="max-w-32!"
    />
  );
}

export function YesNoSetting({ state, name, hint }: Setting<boolean>) {
  return (
    <SelectField
      {...fieldOf(state, name)}
      label={settingLabels[name]}
      hint={hint}
      className="max-w-32!"
    >
      <option value="no">No</option>
      <option value="yes">Yes</option>
    </SelectField>
  );
}
