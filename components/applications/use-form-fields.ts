"use client";

import { useForm, type RegisterOptions, type UseFormRegisterReturn } from "react-hook-form";
import type { FormTexts } from "@/components/applications/form-texts";
import { checkAnswer, parsePastDate } from "@/lib/applications/field-checks";
import { tidy } from "@/lib/forms";
import type { Answers, ErrorKey, FieldName } from "@/lib/applications/fields";

type Typed = Record<string, string>;

/** What a control needs beside its label. */
export type FieldControl = UseFormRegisterReturn & {
  name: FieldName;
  defaultValue: string;
  error: string | undefined;
};

export type FormFields = {
  text: (field: FieldName) => FieldControl;
  checkbox: (
    field: FieldName,
  ) => Omit<FieldControl, "defaultValue"> & { value: "yes"; defaultChecked: boolean };
};

/**
 * The controls of a form that the server validates: where scripts run, what is typed is checked
 * when a field is left.
 * @param errors what the server found, in the visitor's language
 * The form must be a new one (React's `key`) for each answer of the server.
 */
export function useFormFields(
  answers: Answers,
  errors: Readonly<Record<string, string>>,
  texts: FormTexts,
): FormFields {
  const { register, formState } = useForm<Typed>({ mode: "onTouched", defaultValues: answers });

  const control = (field: FieldName) => {
    const local = formState.errors[field]?.message;
    const fromServer = formState.dirtyFields[field] ? undefined : errors[field];
    return { ...register(field, rulesOf(field, texts)), name: field, error: local ?? fromServer };
  };
  return {
    text: (field) => ({ ...control(field), defaultValue: answers[field] }),
    checkbox: (field) => ({
      ...control(field),
      value: "yes",
      defaultChecked: answers[field] === "yes",
    }),
  };
}

function rulesOf(field: FieldName, texts: FormTexts): RegisterOptions<Typed> {
  const say = (key: ErrorKey | undefined) => (key ? texts.error(field, key) : true);
  if (field === "mandateDate-year") return { validate: (_, typed) => say(checkDate(typed)) };
  if (field === "mandateDate-day" || field === "mandateDate-month")
    return { deps: ["mandateDate-year"] };
  return { validate: (value) => say(checkAnswer(field, tidy(value || ""))) };
}

/** Says nothing until all three parts are there. */
function checkDate(typed: Typed): ErrorKey | undefined {
  const parts = {
    day: typed["mandateDate-day"] ?? "",
    month: typed["mandateDate-month"] ?? "",
    year: typed["mandateDate-year"] ?? "",
  };
  if (!parts.day || !parts.month || !parts.year) return undefined;
  const date = parsePastDate(parts);
  return date instanceof Date ? undefined : date.error;
}
