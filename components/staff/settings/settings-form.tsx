"use client";

import {
  EndorsementSettings,
  MemberSettings,
  PublicSettings,
} from "@/components/staff/settings/other-settings";
import { ReviewSettings } from "@/components/staff/settings/review-settings";
import type { FormState } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";

type Props = { action: FormAction; values: FormState["values"]; version: number };

export function SettingsForm({ action, values, version }: Props) {
  return (
    <PanelForm
      action={action}
      values={values}
      button="Save the settings"
      className="max-w-xl space-y-8"
    >
      {(state) => (
        <>
          <input type="hidden" name="version" value={version} />
          <PublicSettings state={state} />
          <ReviewSettings state={state} />
          <MemberSettings state={state} />
          <EndorsementSettings state={state} />
        </>
      )}
    </PanelForm>
  );
}
