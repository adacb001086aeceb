"use client";

import { useActionState } from "react";
import { stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { Confirmation, type ToConfirm } from "@/components/staff/confirmation";
import { fieldOf, untouched, type FormState } from "@/components/staff-ui/form-state";
import { formatCount } from "@/components/staff-ui/format-number";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import type { CityStepKind } from "@/prisma/generated/enums";

export type StepFormState = FormState & { toConfirm?: ToConfirm };

type Props = {
  city: { id: number; name: string };
  kinds: readonly CityStepKind[];
  seenSteps: number;
  /** For so many hours a step can be taken back. */
  takeBackHours: number;
  action: (before: StepFormState, form: FormData) => Promise<StepFormState>;
};

/**
 * Writes down what comes next on a city's way, with a note for colleagues. That a city has left is
 * asked once more.
 */
export function StepForm({ city: { id, name }, kinds, seenSteps, takeBackHours, action }: Props) {
  const [state, submit, isPending] = useActionState<StepFormState, FormData>(action, untouched);
  const { toConfirm } = state;
  const readers = toConfirm?.count ?? 0;
  return (
    <form action={submit} noValidate className="space-y-3">
      {toConfirm ? (
        <Confirmation
          toConfirm={toConfirm}
          isPending={isPending}
          title={`Has ${name} left the coalition?`}
          button={`Yes, ${name} has left`}
          cancel={`/admin/endorsements/cities/${id}`}
        >
          <li>{name} comes off the public list at once. Its page says that it has left.</li>
          <li>
            {readers === 0
              ? "No resident gets an email: nobody wishes to hear of this city."
              : `${formatCount(readers, "resident gets", "residents get")} an email in an hour.`}
          </li>
          <li>
            You can take it back for {takeBackHours} hours. Within the first hour no resident hears
            of it.
          </li>
          {toConfirm.fields.note ? (
            <li className="whitespace-pre-line">Your note: {toConfirm.fields.note}</li>
          ) : null}
        </Confirmation>
      ) : (
        <StepFields
          // New with each attempt: React would otherwise empty the fields.
          key={state.attempt}
          {...{ state, kinds, seenSteps, isPending }}
          cityId={id}
        />
      )}
    </form>
  );
}

type FieldsProps = {
  state: FormState;
  cityId: number;
  kinds: readonly CityStepKind[];
  seenSteps: number;
  isPending: boolean;
};

function StepFields({ state, cityId, kinds, seenSteps, isPending }: FieldsProps) {
  return (
    <>
      <ErrorSummary
        title="There is a problem"
        errors={state.fieldErrors}
        formError={state.formError}
      />
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seenSteps" value={seenSteps} />
      <TextAreaField
        {...fieldOf(state, "note")}
        label="Note (optional)"
        hint="For staff alone. The step itself is public, with its date."
      />
      {kinds.includes("suspended") ? (
        <TextAreaField
          {...fieldOf(state, "publicReason")}
          label="Reason for everybody (needed to suspend)"
          hint="The city’s page shows it, so write no names of people."
          rows={2}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {kinds.map((kind) => (
          <Button
            key={kind}
            name="kind"
            value={kind}
            variant={kind === "left" || kind === "suspended" ? "danger" : "primary"}
            disabled={isPending}
          >
            {stepNames[kind].button}
          </Button>
        ))}
      </div>
    </>
  );
}
