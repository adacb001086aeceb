/** What a form of the panel shows after it was sent. */
export type FormState = {
  /** Counts up, so that each answer is a new one. */
  attempt: number;
  /** As typed; an unticked box is left out. */
  values: Readonly<Partial<Record<string, string>>>;
  fieldErrors: Readonly<Record<string, string>>;
  formError?: string;
};

export const untouched: FormState = { attempt: 0, values: {}, fieldErrors: {} };

/**
 * What a field of this name shows: what was typed last, or else what it begins with, and what is
 * wrong with it.
 */
export const fieldOf = ({ values, fieldErrors }: FormState, name: string, begin?: string) => ({
  name,
  error: fieldErrors[name],
  defaultValue: values[name] ?? begin,
});
