"use client";

import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { TextField } from "@/components/ui/field";

type Props = { id: string; seen: number; isScheduled: boolean; action: FormAction };

/** What was public leaves a sentence at its address; what was only scheduled leaves nothing. */
export function WithdrawForm({ id, seen, isScheduled, action }: Props) {
  return (
    <PanelForm
      action={action}
      button={isScheduled ? "Make it a draft again" : "Withdraw"}
      className="max-w-xl space-y-4"
    >
      {(state) => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          {isScheduled ? null : (
            <TextField
              {...fieldOf(state, "reason")}
              label="Why it is withdrawn"
              hint="One sentence. It stands at its address instead of the text."
              autoComplete="off"
            />
          )}
        </>
      )}
    </PanelForm>
  );
}
