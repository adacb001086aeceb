"use client";

import { useActionState } from "react";
import { stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { Confirmation, type ToConfirm } from "@/components/staff/confirmation";
import { formatCount } from "@/components/staff-ui/format-number";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { longestReason } from "@/lib/endorsements/city-progress/step-length";
import type { CityStepKind } from "@/prisma/generated/enums";

export type StepFormState = { toConfirm?: ToConfirm };

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
  const [{ toConfirm }, submit, isPending] = useActionState(action, {});
  const readers = toConfirm?.count ?? 0;
  return (
    <form action={submit} className="space-y-3">
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
        <StepFields cityId={id} kinds={kinds} seenSteps={seenSteps} isPending={isPending} />
      )}
    </form>
  );
}

type FieldsProps = {
  cityId: number;
  kinds: readonly CityStepKind[];
  seenSteps: number;
  isPending: boolean;
};

function StepFields({ cityId, kinds, seenSteps, isPending }: FieldsProps) {
  return (
    <>
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seenSteps" value={seenSteps} />
      <TextAreaField
        name="note"
        label="Note (optional)"
        hint="For staff alone. The step itself is public, with its date."
        maxLength={2_000}
      />
      {kinds.includes("suspended") ? (
        <TextAreaField
          name="publicReason"
          label="Reason for everybody (needed to suspend)"
          hint="The city’s page shows it, so write no names of people."
          rows={2}
          maxLength={longestReason}
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
