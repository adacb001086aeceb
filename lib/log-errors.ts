// Errors quote input, rows of the database and whole connections. None of that may be logged.

export type DescribedError = {
  type: string;
  message: string;
  stack: string;
  code?: string;
  /** Next's number for an error, which the error page shows too. */
  digest?: string;
  cause?: DescribedError;
  errors?: DescribedError[];
};

const maxMessageLength = 500;
const deepest = 3;

export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something that is no error was thrown", stack: "" };
  const { code, digest, cause } = error as Error & { code?: unknown; digest?: unknown };
  const goesDeeper = depth < deepest;
  return {
    type: error.name,
    message: withoutPersonalText(error.message),
    stack: framesOf(error),
    ...(isPlain(code) && { code: String(code) }),
    ...(isPlain(digest) && { digest: withoutPersonalText(String(digest)) }),
    ...(goesDeeper && cause !== undefined && { cause: describeError(cause, depth + 1) }),
    ...(goesDeeper &&
      error instanceof AggregateError && {
        errors: error.errors.map((each) => describeError(each, depth + 1)),
      }),
  };
}

const isPlain = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

/** The lines before the frames repeat the message. */
const framesOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join("\n");

const rules: [RegExp, string][] = [
  // The names of database objects are no secret, and say most.
  [/\b(constraint|relation|column|table|index|type|function) "([\w.]+)"/g, "$1 $2"],
  // From the first quote to the last, since quotations may contain quotes.
  [/".*"/gs, '"…"'],
  // PostgreSQL's way to name a row: Key (email)=(…) already exists.
  [/=\s?\(.*\)/gs, "=(…)"],
  [/[^\s"'`<>(),;:=]+@[^\s"'`<>(),;:]+/gu, "…@…"],
  [/([\w.:/[\]-]*\/[^\s?#]*)[?#]\S+/g, "$1?…"],
  [/[\w-]{32,}/g, "…"],
];

export function withoutPersonalText(text: string): string {
  const cleaned = rules.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    text,
  );
  return cleaned.replace(/\s+/gu, " ").trim().slice(0, maxMessageLength);
}
