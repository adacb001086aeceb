"use client";

import { Fragment, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup, TextField } from "@/components/ui/field";

export type StaffFormState = {
  attempt: number;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

type Props = { action: (before: StaffFormState, form: FormData) => Promise<StaffFormState> };

const roles = [
  { value: "reviewer", label: "Reviewer", hint: "Decides on applications." },
  { value: "administrator", label: "Administrator", hint: "Also adds and removes staff." },
];

/** Lets a person into the panel. */
export function StaffForm({ action }: Props) {
  const [{ attempt, values, errors }, submit] = useActionState(action, {
    attempt: 0,
    values: {},
    errors: {},
  });
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary title="There is a problem" errors={errors} />
      {/* New with each attempt: React would otherwise empty the fields. */}
      <Fragment key={attempt}>
        <TextField
          name="email"
          label="Email address"
          hint="Their link to sign in goes there."
          error={errors.email}
          defaultValue={values.email}
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="name"
          label="Name (optional)"
          hint="Colleagues see it beside decisions."
          error={errors.name}
          defaultValue={values.name}
          autoComplete="off"
        />
        <RadioGroup
          name="role"
          label="Role"
          error={errors.role}
          choices={roles}
          defaultValue={values.role ?? "reviewer"}
        />
      </Fragment>
      <Button>Add to the staff</Button>
    </form>
  );
}
