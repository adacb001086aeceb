"use client";

import { useActionState } from "react";
import { Confirmation, type ToConfirm } from "@/components/staff/confirmation";
import { fieldOf, untouched, type FormState } from "@/components/staff-ui/form-state";
import { formatCount } from "@/components/staff-ui/format-number";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";

export type BlockFormState = FormState & { toConfirm?: ToConfirm & { domain: string } };

type Props = {
  action: (before: BlockFormState, form: FormData) => Promise<BlockFormState>;
  /** What a large provider sent is counted over so many days. */
  countedForDays: number;
};

/** Blocks a mail domain or a network. That of a large provider is asked once more. */
export function BlockForm({ action, countedForDays }: Props) {
  const [state, submit, isPending] = useActionState<BlockFormState, FormData>(action, untouched);
  const { toConfirm } = state;
  return (
    <form action={submit} noValidate>
      {toConfirm ? (
        <Confirmation
          toConfirm={toConfirm}
          isPending={isPending}
          title={`Hold every new endorsement from ${toConfirm.domain}?`}
          button={`Yes, block ${toConfirm.domain}`}
          cancel="/admin/endorsements/blocks"
        >
          <li>
            {toConfirm.domain} is a large email provider. In the last {countedForDays} days,{" "}
            {formatCount(
              toConfirm.count,
              "endorsement from there was",
              "endorsements from there were",
            )}{" "}
            confirmed.
          </li>
          <li>Each new one waits until staff release it. Those that count go on counting.</li>
          <li>No resident gets an email about it.</li>
        </Confirmation>
      ) : (
        <BlockFields state={state} isPending={isPending} />
      )}
    </form>
  );
}

function BlockFields({ state, isPending }: { state: FormState; isPending: boolean }) {
  return (
    <>
      <ErrorSummary title="There is a problem" errors={state.fieldErrors} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <TextField
            // New with each attempt: React would otherwise empty it.
            key={state.attempt}
            {...fieldOf(state, "value")}
            label="Email domain or network"
            hint="For example spam.example, or an internet address such as 192.0.2.7: then its whole network is meant."
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button disabled={isPending}>Block</Button>
      </div>
    </>
  );
}
