import { reasonLabels } from "@/components/review/labels";
import { settingLabels } from "@/components/staff/settings/setting-labels";
import {
  NumberSetting,
  SettingsGroup,
  YesNoSetting,
} from "@/components/staff/settings/settings-group";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { CheckboxField, TextAreaField, TextField } from "@/components/ui/field";
import { declineReasonField } from "@/lib/settings/settings-form";
import { DeclineReason } from "@/prisma/generated/enums";

export function ReviewSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Review of applications">
      <NumberSetting
        state={state}
        name="amberAfterWorkingDays"
        unit="working days"
        hint="From then on a waiting application is marked amber."
      />
      <NumberSetting
        state={state}
        name="redAfterWorkingDays"
        unit="working days"
        hint="From then on it is overdue, and marked red."
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
      <NumberSetting
        state={state}
        name="claimEndsAfterWorkingDays"
        unit="working days"
        hint="Then the application is free for others again."
      />
      <NumberSetting
        state={state}
        name="morningMailHour"
        unit="hour, 0 to 20"
        hint="On working days reviewers get what waits for them."
      />
      <TextField
        {...fieldOf(state, "morningMailTimeZone")}
        label={settingLabels.morningMailTimeZone}
        hint="By its name, such as Europe/Amsterdam, America/New_York or UTC."
        autoComplete="off"
        spellCheck={false}
        className="max-w-64!"
      />
      <CheckboxField
        name="asksLinks"
        label={settingLabels.asksLinks}
        hint="The server opens the link in an application once, and again when a reviewer wishes. It sends nothing about the applicant."
        value="yes"
        defaultChecked={state.values.asksLinks === "yes"}
      />
      <YesNoSetting
        state={state}
        name="approvalsNeedTwo"
        hint="The first then proposes the approval, and another one confirms it or gives it back."
      />
      <NumberSetting
        state={state}
        name="sampledPercent"
        unit="percent"
        hint="They are drawn by lot. 0 draws none."
      />
      <fieldset>
        <legend className="font-bold">{settingLabels.declineReasons}</legend>
        {state.fieldErrors.declineReasons ? (
          <p className="font-bold text-danger">{state.fieldErrors.declineReasons}</p>
        ) : null}
        {Object.values(DeclineReason).map((reason) => (
          <CheckboxField
            key={reason}
            name={declineReasonField(reason)}
            label={reasonLabels[reason]}
            value="yes"
            defaultChecked={state.values[declineReasonField(reason)] === "yes"}
          />
        ))}
      </fieldset>
      <NumberSetting
        state={state}
        name="appealDays"
        unit="days"
        hint="For so long after a decline the applicant can ask that somebody else look at it again."
      />
    </SettingsGroup>
  );
}
