// Imported by the browser too, so it uses no library.

export type EndorsementField = "email" | "name";
export type EndorsementErrorKey =
  | "emailMissing"
  | "emailInvalid"
  | "nameMissing"
  | "nameInvalid"
  | "tooLong"
  | "unreadable"
  | "piledUpMarks";

export const maxLength: Readonly<Record<EndorsementField, number>> = { email: 254, name: 80 };

export type EndorsementFormValues = {
  email: string;
  name: string;
  isNamePublic: boolean;
  wantsNews: boolean;
};

export type EndorsementFormState = {
  values: EndorsementFormValues;
  fieldErrors: Readonly<Partial<Record<EndorsementField, string>>>;
  /** Only if no field is wrong. All errors are in the visitor's language. */
  formError?: string;
  /** See sealForm(). */
  seal: string;
  /** See newChallenge(). Only if the site asks for a proof of work. */
  challenge?: string;
};

/** Solves the challenge; only linked when there is one. */
export const proofScript = "/proof-of-work.js";

/** Honeypot: hidden from people, with a name that bots look for. */
export const trapField = "website";
