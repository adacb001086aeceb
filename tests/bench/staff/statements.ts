/** SQL, by what it makes. */
export type Statements = Readonly<Record<string, string>>;

export const reviewers = 10;

/** Of the reviewer with a number that an expression gives. */
export const reviewer = (number: string): string =>
  `(SELECT id FROM staff WHERE email = 'reviewer-' || (1 + (${number}) % ${reviewers})
    || '@example.org')`;
