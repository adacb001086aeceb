/** More than any field takes, so that whoever typed too much still finds it there. */
const maxTextLength = 10_000;

/**
 * What was typed into a form, field by field, each cut to a length. Files are no answer to anything
 * here.
 */
export const typedFields = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.slice(0, maxTextLength)]] : [],
    ),
  );
