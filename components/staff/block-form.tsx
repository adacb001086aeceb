"use client";

import { useActionState } from "react";
import { Confirmation, type ToConfirm } from "@/components/staff/confirmation";
import { formatCount } from "@/components/staff-ui/format-number";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";

export type BlockFormState = {
  attempt: number;
  typed?: string;
  error?: string;
  toConfirm?: ToConfirm & { domain: string };
};

type Props = {
  action: (before: BlockFormState, form: FormData) => Promise<BlockFormState>;
  /** What a large provider sent is counted over so many days. */
  countedForDays: number;
};

/** Blocks a mail domain or a network. That of a large provider is asked once more. */
export function BlockForm({ action, countedForDays }: Props) {
  const [{ attempt, typed, error, toConfirm }, submit, isPending] = useActionState(action, {
    attempt: 0,
  });
  if (toConfirm) {
    const { domain, count } = toConfirm;
    return (
      <Confirmation
        toConfirm={toConfirm}
        action={submit}
        isPending={isPending}
        title={`Hold every new endorsement from ${domain}?`}
        button={`Yes, block ${domain}`}
        cancel="/admin/endorsements/blocks"
      >
        <li>
          {domain} is a large email provider. {formatCount(count, "endorsement", "endorsements")}{" "}
          from there {count === 1 ? "was" : "were"} confirmed in the last {countedForDays} days.
        </li>
        <li>Each new one waits until staff release it. Those that count go on counting.</li>
        <li>No resident gets an email about it.</li>
      </Confirmation>
    );
  }
  return (
    <form action={submit} noValidate>
      <ErrorSummary title="There is a problem" errors={error ? { value: error } : {}} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <TextField
            // New with each attempt: React would otherwise empty it.
            key={attempt}
            name="value"
            label="Email domain or network"
            hint="For example spam.example, or an internet address such as 192.0.2.7: then its whole network is meant."
            error={error}
            defaultValue={typed}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button disabled={isPending}>Block</Button>
      </div>
    </form>
  );
}
