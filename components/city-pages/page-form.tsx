"use client";

import { Fragment, useActionState, type ReactNode } from "react";
import { SmallButton } from "@/components/staff-ui/small-button";
import { untouched, type FormState } from "@/components/staff-ui/form-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

export type PageFormState = FormState & { preview?: ReactNode };
export type PageFormAction = (before: PageFormState, form: FormData) => Promise<PageFormState>;

type Props = {
  action: PageFormAction;
  cityId: number;
  /** The version of the page when it was opened. */
  seen: number;
  values: FormState["values"];
  children: (state: PageFormState) => ReactNode;
};

/** Previewed as often as wanted, then saved. */
export function PageForm({ action, cityId, seen, values, children }: Props) {
  const begin: PageFormState = { ...untouched, values };
  const [state, submit, isPending] = useActionState(action, begin);
  return (
    <form action={submit} noValidate className="max-w-2xl space-y-4">
      <ErrorSummary
        title="There is a problem"
        errors={state.fieldErrors}
        formError={state.formError}
      />
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seen" value={seen} />
      {/* New with each attempt: React would otherwise empty the fields. */}
      <Fragment key={state.attempt}>{children(state)}</Fragment>
      <div className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="save" disabled={isPending}>
          Save and publish
        </Button>
        <SmallButton name="intent" value="preview" disabled={isPending}>
          Preview
        </SmallButton>
      </div>
      {state.preview ? (
        <div role="status" className="space-y-4 border-2 border-line bg-paper p-5">
          <p className="font-bold">As the public page will show it:</p>
          {state.preview}
        </div>
      ) : null}
    </form>
  );
}
