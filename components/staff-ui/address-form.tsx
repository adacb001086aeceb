"use client";

import { useActionState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";

export type AddressState = { email: string; error?: string };

type Props = {
  action: (state: AddressState, form: FormData) => Promise<AddressState>;
  hint: string;
  button: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** Asks for an email address, and works without scripts. */
export function AddressForm({ action, hint, button, children }: Props) {
  const [state, submit] = useActionState(action, { email: "" });
  return (
    <form action={submit} noValidate className="space-y-6">
      <ErrorSummary title="There is a problem" errors={state.error ? { email: state.error } : {}} />
      {children}
      <TextField
        // A new answer is a new field: React would otherwise empty it.
        key={state.email}
        name="email"
        label="Email address"
        hint={hint}
        error={state.error}
        defaultValue={state.email}
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
      <Button>{button}</Button>
    </form>
  );
}
