import type { ContactErrorKey, ContactField } from "@/lib/cities/contacts/schema";

// Without a library, because the form is built for browsers too.

/** A contact as it stands in the form, or an empty one to be added. */
export type ContactRow = Record<ContactField, string> & {
  id: string;
  version: string;
  isRemoved: boolean;
};

export type ContactsFormState = {
  /** Counts up, so that each answer is a new one. */
  attempt: number;
  rows: readonly ContactRow[];
  /** By the name of the field. */
  fieldErrors: Readonly<Record<string, ContactErrorKey>>;
  formError?: ContactsFormError;
};

export type ContactsFormError = "noContact" | "addressTaken" | "tooMany" | "changedMeanwhile";

export const fieldName = (index: number, field: keyof ContactRow): string =>
  `contact-${index}-${field}`;
