import { settingLabels } from "@/components/staff/setting-labels";
import { number, SettingsGroup } from "@/components/staff/settings-group";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

export function PublicSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Public pages">
      <TextField
        {...fieldOf(state, "targetCities")}
        label={settingLabels.targetCities}
        hint="The home page and counters on other sites show it."
        {...number}
      />
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
    </SettingsGroup>
  );
}

export function MemberSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Members and their contacts">
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
    </SettingsGroup>
  );
}

export function EndorsementSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Endorsements">
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
    </SettingsGroup>
  );
}
