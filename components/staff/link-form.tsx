"use client";

import { linkKindNames } from "@/components/staff/member-labels";
import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { RadioGroup, SelectField } from "@/components/ui/field";
import type { CityLinkKind } from "@/prisma/generated/enums";

type Props = {
  action: FormAction;
  cityId: number;
  targets: readonly { id: number; name: string }[];
};

/** Nothing of the city is lost, and the link can be undone. */
export function LinkForm({ action, cityId, targets }: Props) {
  return (
    <PanelForm action={action} button="Lead to the other city" className="max-w-xl space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="cityId" value={cityId} />
          <SelectField
            {...fieldOf(state, "intoCityId")}
            label="The other city"
            hint="Only it counts as a member from then on."
          >
            <option value="">Choose a member city</option>
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <RadioGroup
            {...fieldOf(state, "kind")}
            label="Why"
            choices={(Object.keys(linkKindNames) as CityLinkKind[]).map((value) => ({
              value,
              label: linkKindNames[value],
            }))}
          />
        </>
      )}
    </PanelForm>
  );
}
