"use client";

import { Fragment, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField, TextField } from "@/components/ui/field";

/** What the form shows. `values` are as typed; an unticked box is left out. */
export type MemberFormState = {
  attempt: number;
  values: Readonly<Partial<Record<"name" | "signedOn" | "announcedOn" | "isFounder", string>>>;
  errors: Readonly<Record<string, string>>;
  formError?: string;
};

type Props = {
  action: (before: MemberFormState, form: FormData) => Promise<MemberFormState>;
  cityId: number;
  values: MemberFormState["values"];
  /** What the list said when the form was opened. */
  seen: string;
};

/** Corrects what the public list says of a city. It stays on the list meanwhile. */
export function MemberForm({ action, cityId, values: listed, seen }: Props) {
  const [{ attempt, values, errors, formError }, submit, isPending] = useActionState(action, {
    attempt: 0,
    values: listed,
    errors: {},
  });
  const day = { type: "date", min: "2018-11-14", className: "max-w-48" } as const;
  return (
    <form action={submit} noValidate className="max-w-xl space-y-4">
      <ErrorSummary title="There is a problem" errors={errors} formError={formError} />
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seen" value={seen} />
      {/* New with each attempt: React would otherwise empty the fields. */}
      <Fragment key={attempt}>
        <TextField
          name="name"
          label="Public name"
          hint="As the coalition writes it. The address of the city’s page stays as it is."
          error={errors.name}
          defaultValue={values.name}
          autoComplete="off"
        />
        <TextField
          name="signedOn"
          label="Signed on"
          hint="Empty where the day is not known."
          error={errors.signedOn}
          defaultValue={values.signedOn}
          {...day}
        />
        <TextField
          name="announcedOn"
          label="Announced on"
          hint="The day it was announced as a signatory. Shown where the day it signed is not known."
          error={errors.announcedOn}
          defaultValue={values.announcedOn}
          {...day}
        />
        <CheckboxField
          name="isFounder"
          value="yes"
          label="Founder"
          defaultChecked={values.isFounder === "yes"}
        />
      </Fragment>
      <Button disabled={isPending}>Save the correction</Button>
    </form>
  );
}
