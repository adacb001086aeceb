"use client";

import { reasonLabels } from "@/components/review/labels";
import { settingLabels } from "@/components/staff/setting-labels";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { declineReasonField } from "@/lib/settings/settings-form";
import { DeclineReason } from "@/prisma/generated/enums";

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
            {...fieldOf(state, "morningMailHour")}
            label={`${settingLabels.morningMailHour} (hour, 0 to 20)`}
            hint="On working days reviewers get what waits for them."
            {...number}
          />
          <TextField
            {...fieldOf(state, "morningMailTimeZone")}
            label={settingLabels.morningMailTimeZone}
            hint="By its name, such as Europe/Amsterdam, America/New_York or UTC."
            autoComplete="off"
            spellCheck={false}
            className="max-w-64!"
          />
          <TextField
            {...fieldOf(state, "reconfirmAfterMonths")}
            label={`${settingLabels.reconfirmAfterMonths} (months)`}
            hint="An email asks the contacts of each member city whether it still is one."
            {...number}
          />
          <TextField
            {...fieldOf(state, "reconfirmWithinDays")}
            label={`${settingLabels.reconfirmWithinDays} (days)`}
            hint="Then a city that has not answered is put on hold."
            {...number}
          />
          <TextField
            {...fieldOf(state, "reconfirmReminderDays")}
            label={`${settingLabels.reconfirmReminderDays} (days)`}
            hint="So many days before the answer is due, the contacts get a second email."
            {...number}
          />
          <TextField
            {...fieldOf(state, "openingsKeptForMonths")}
            label={`${settingLabels.openingsKeptForMonths} (months)`}
            hint="How long the log keeps who opened a contact’s data."
            {...number}
          />
          <CheckboxField
            name="asksLinks"
            label={settingLabels.asksLinks}
            hint="The server asks the link in an application once, and again when a reviewer wishes. It sends nothing about the applicant."
            value="yes"
            defaultChecked={state.values.asksLinks === "yes"}
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
          <TextField
            {...fieldOf(state, "spotCheckSize")}
            label={settingLabels.spotCheckSize}
            hint="They are drawn by lot of those who agreed to emails about a city. 10 at least."
            {...number}
          />
          <TextField
            {...fieldOf(state, "shareAlarmPercent")}
            label={`${settingLabels.shareAlarmPercent} (percent)`}
            hint="If more of a city’s people ask it to join, further requests are held until staff end the alarm."
            {...number}
          />
          <TextField
            {...fieldOf(state, "burstAlarmAsks")}
            label={settingLabels.burstAlarmAsks}
            hint="If a city gets more, and far more than usual, further requests are held until staff end the alarm."
            {...number}
          />
          <TextAreaField
            {...fieldOf(state, "disposableDomains")}
            label={settingLabels.disposableDomains}
            hint="Addresses that people throw away after minutes. They are marked for staff, and never refused. Write each domain on its own line."
            rows={6}
            autoComplete="off"
            spellCheck={false}
            className="max-w-64!"
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
          <SelectField
            {...fieldOf(state, "publicationsNeedTwo")}
            label={settingLabels.publicationsNeedTwo}
            hint="Nobody can then publish what they wrote last: another editor or administrator does."
            className="max-w-32!"
          >
            <option value="no">No</option>
            <option value="yes">Yes</option>
          </SelectField>
          <TextField
            {...fieldOf(state, "contactAddress")}
            label={`${settingLabels.contactAddress} (optional)`}
            hint="The public pages name it. Without it they name the address that our emails come from."
            type="email"
            autoComplete="off"
          />
          <TextField
            {...fieldOf(state, "pressAddress")}
            label={`${settingLabels.pressAddress} (optional)`}
            hint="The press page and the press kits name it. Without it they name the address for questions."
            type="email"
            autoComplete="off"
          />
        </>
      )}
    </PanelForm>
  );
}
