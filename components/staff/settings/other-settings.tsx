import { settingLabels } from "@/components/staff/settings/setting-labels";
import {
  NumberSetting,
  SettingsGroup,
  YesNoSetting,
} from "@/components/staff/settings/settings-group";
import { fieldOf, type FormState } from "@/components/staff-ui/form-state";
import { TextAreaField, TextField } from "@/components/ui/field";

export function PublicSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Public pages">
      <NumberSetting
        state={state}
        name="targetCities"
        hint="The home page and counters on other sites show it."
      />
      <YesNoSetting
        state={state}
        name="publicationsNeedTwo"
        hint="Nobody can then publish what they wrote last: another editor or administrator does."
      />
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
      <NumberSetting
        state={state}
        name="reconfirmAfterMonths"
        unit="months"
        hint="An email asks the contacts of each member city whether it still is one."
      />
      <NumberSetting
        state={state}
        name="reconfirmWithinDays"
        unit="days"
        hint="Then a city that has not answered is put on hold."
      />
      <NumberSetting
        state={state}
        name="reconfirmReminderDays"
        unit="days"
        hint="So many days before the answer is due, the contacts get a second email."
      />
      <NumberSetting
        state={state}
        name="openingsKeptForMonths"
        unit="months"
        hint="How long the log keeps who opened a contact’s data."
      />
    </SettingsGroup>
  );
}

export function EndorsementSettings({ state }: { state: FormState }) {
  return (
    <SettingsGroup title="Endorsements">
      <NumberSetting
        state={state}
        name="spotCheckSize"
        hint="They are drawn by lot of those who agreed to emails about a city. 10 at least."
      />
      <NumberSetting
        state={state}
        name="shareAlarmPercent"
        unit="percent"
        hint="If more of a city’s people ask it to join, further endorsements are held until staff end the alarm."
      />
      <NumberSetting
        state={state}
        name="burstAlarmAsks"
        hint="If a city gets more, and far more than usual, further endorsements are held until staff end the alarm."
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
