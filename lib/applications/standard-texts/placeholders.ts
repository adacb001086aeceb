/** What a standard text can leave open, and what stands there in an email. */
export const placeholders = ["applicant", "city", "reference"] as const;

export type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): name is Placeholder =>
  placeholders.some((each) => each === name);

const inBraces = /\{([^{}]*)\}/g;

/** The first thing in braces that nothing can be put for; a brace alone as it stands. */
export function findWrongPlaceholder(body: string): string | null {
  const wrong = [...body.matchAll(inBraces)].find(([, name = ""]) => !isPlaceholder(name));
  return wrong?.[0] ?? /[{}]/.exec(body.replace(inBraces, ""))?.[0] ?? null;
}

export const fillIn = (body: string, values: Readonly<Record<Placeholder, string>>): string =>
  body.replace(inBraces, (written, name: string) => (isPlaceholder(name) ? values[name] : written));
