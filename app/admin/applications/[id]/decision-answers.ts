import type { z } from "zod";
import { typedFields } from "@/app/admin/typed-fields";
import type { DecisionState } from "@/components/review/decision-form";
import { writeRefusal } from "@/components/review/refusal-words";
import type { ReviewRefusal } from "@/lib/applications/decisions";
import { seenSchema } from "@/lib/applications/review-schema";

/** Which application the form is about, in the version that the reviewer saw. @throws on a form that is none of ours */
export const readSeen = (form: FormData) => seenSchema.parse(typedFields(form));

/** Reads the fields of a decision. They carry its kind before their name, because its forms stand on one page. */
export function readDecision<Shape extends z.ZodRawShape>(form: FormData, kind: string, schema: z.ZodObject<Shape>) {
  const values = typedFields(form);
  return schema.safeParse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, values[`${kind}-${name}`] ?? ""])));
}

/** The form again, with what is wrong in it. */
export function correct(before: DecisionState, form: FormData, kind: string, { issues }: z.ZodError): DecisionState {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of issues) fieldErrors[`${kind}-${path.join("-")}`] ??= message;
  return { attempt: before.attempt + 1, values: typedFields(form), fieldErrors };
}

/** The form again, with why nothing was done. */
export const refuse = (before: DecisionState, form: FormData, refusal: ReviewRefusal): DecisionState => ({
  attempt: before.attempt + 1,
  values: typedFields(form),
  fieldErrors: {},
  formError: writeRefusal(refusal),
});
