"use client";

import { Fragment, useActionState } from "react";
import { fieldOf, untouched } from "@/components/staff-ui/form-state";
import type { FormAction } from "@/components/staff-ui/panel-form";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import type { SecondLookAnswer } from "@/lib/applications/second-look/second-look-schema";

type Props = {
  action: FormAction;
  /** Also what the name of its text begins with. */
  kind: "appeal" | "proposal" | "sample";
  /** Which application or decision it is about, as it was seen. */
  about: Readonly<Record<string, string | number>>;
  text: { label: string; hint: string };
  answers: readonly { value: SecondLookAnswer; label: string; variant?: ButtonVariant }[];
};

/** A text and the answers that it goes with. */
export function SecondLookForm({ action, kind, about, text, answers }: Props) {
  const [state, submit, isPending] = useActionState(action, untouched);
  return (
    <form action={submit} noValidate className="space-y-3">
      {/* Enter in any field presses the first button of a form: this one does nothing. */}
      <button disabled hidden />
      <ErrorSummary
        title="There is a problem"
        errors={state.fieldErrors}
        formError={state.formError}
      />
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* New with each attempt: React would otherwise empty the field. */}
      <Fragment key={state.attempt}>
        <TextAreaField {...fieldOf(state, `${kind}-text`)} {...text} rows={4} />
      </Fragment>
      <div className="flex flex-wrap gap-3">
        {answers.map(({ value, label, variant }) => (
          <Button key={value} name="answer" value={value} variant={variant} disabled={isPending}>
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
