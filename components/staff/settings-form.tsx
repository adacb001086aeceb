"use client";

import { settingLabels } from "@/components/staff/setting-labels";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Props = { action: FormAction; values: FormState["values"]; version: number };

const number = { inputMode: "numeric", autoComplete: "off", className: "max-w-32!" } as const;

export function SettingsForm({ action, values, version }: Props) {
  return (
    <PanelForm
      action={action}
      values={values}
      button="Save the settings"
      className="max-w-xl space-y-5"
    >
      {(state) => (
        <>
          <input type="hidden" name="version" value={version} />
          <TextField
            {...fieldOf(state, "targetCities")}
            label={settingLabels.targetCities}
            hint="The home page and counters on other sites show it."
            {...number}
          />
          <TextField
            {...fieldOf(state, "amberAfterWorkingDays")}
            label={`${settingLabels.amberAfterWorkingDays} (working days)`}
            hint="From then on a waiting application is marked amber."
            {...number}
          />
          <TextField
            {...fieldOf(state, "redAfterWorkingDays")}
            label={`${settingLabels.redAfterWorkingDays} (working days)`}
            hint="From then on it is overdue, and marked red."
            {...number}
          />
          <TextAreaField
            {...fieldOf(state, "holidays")}
            label={settingLabels.holidays}
            hint="Days that do not count as working days. Write each like 2026-12-25, on its own line."
            rows={4}
            autoComplete="off"
            spellCheck={false}
            className="max-w-48!"
          />
          <TextField
            {...fieldOf(state, "claimEndsAfterWorkingDays")}
            label={`${settingLabels.claimEndsAfterWorkingDays} (working days)`}
            hint="Then the application is free for others again."
            {...number}
          />
          <TextField
            {...fieldOf(state, "openingsKeptForMonths")}
            label={`${settingLabels.openingsKeptForMonths} (months)`}
            hint="How long the log keeps who opened a contact’s data."
            {...number}
          />
          <TextField
            {...fieldOf(state, "appealDays")}
            label={`${settingLabels.appealDays} (days)`}
            hint="For so long after a decline the applicant can ask that somebody else look at it again."
            {...number}
          />
          <SelectField
            {...fieldOf(state, "approvalsNeedTwo")}
            label={settingLabels.approvalsNeedTwo}
            hint="The first then proposes the approval, and another one confirms it or gives it back."
            className="max-w-32!"
          >
            <option value="no">No</option>
            <option value="yes">Yes</option>
          </SelectField>
          <TextField
            {...fieldOf(state, "sampledPercent")}
            label={`${settingLabels.sampledPercent} (percent)`}
            hint="They are drawn by lot. 0 draws none."
            {...number}
          />
        </>
      )}
    </PanelForm>
  );
}
