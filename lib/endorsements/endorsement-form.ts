// What the form of an ask says, without a library: the page needs it as the server does.

export type EndorsementField = "email" | "name";
export type EndorsementErrorKey =
  | "emailMissing"
  | "emailInvalid"
  | "nameMissing"
  | "nameInvalid"
  | "tooLong"
  | "unreadable"
  | "piledUpMarks";

/** The most characters that a field takes. */
export const maxLength: Readonly<Record<EndorsementField, number>> = { email: 254, name: 80 };

/** What was typed and ticked. */
export type EndorsementFormValues = {
  email: string;
  name: string;
  isNamePublic: boolean;
  wantsNews: boolean;
};

export type EndorsementFormState = {
  values: EndorsementFormValues;
  /** In the visitor's language. */
  fieldErrors: Readonly<Partial<Record<EndorsementField, string>>>;
  /** Why it was not taken, where no field is wrong; in the visitor's language. */
  formError?: string;
  /** See sealForm(). */
  seal: string;
  /** See newChallenge(). Where the site asks for a proof of work. */
  challenge?: string;
};

/** Has the browser solve the challenge. Only linked where there is one. */
export const proofScript = "/proof-of-work.js";

/**
 * The field that programs fill in and people do not see. It is named like one that programs look
 * for.
 */
export const trapField = "website";
