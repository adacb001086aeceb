"use client";

import { Fragment, useActionState, type ReactNode } from "react";
import { untouched, type FormState } from "@/components/staff-ui/form-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

type Props = {
  action: FormAction;
  /** What the fields begin with. */
  values?: FormState["values"];
  button: string;
  className: string;
  children: (state: FormState) => ReactNode;
};

export function PanelForm({ action, values = {}, button, className, children }: Props) {
  const [state, submit, isPending] = useActionState(action, { ...untouched, values });
  return (
    <form action={submit} noValidate className={className}>
      <ErrorSummary
        title="There is a problem"
        errors={state.fieldErrors}
        formError={state.formError}
      />
      {/* New with each attempt: React would otherwise empty the fields. */}
      <Fragment key={state.attempt}>{children(state)}</Fragment>
      <Button disabled={isPending}>{button}</Button>
    </form>
  );
}
