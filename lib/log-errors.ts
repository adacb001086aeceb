// What is written down of an error. Errors repeat what they failed on: a parser quotes the text
// that it could not read, a database the row that it refused, and a driver's error carries the
// whole connection. None of that may stand in a log.

export type DescribedError = {
  type: string;
  message: string;
  stack: string;
  code?: string;
  /** Next's number for an error, which the page of the error shows too. */
  digest?: string;
  cause?: DescribedError;
  errors?: DescribedError[];
};

const longestMessage = 500;
const deepest = 3;

/** The parts of an error that say nothing of anybody. */
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

/** Where it happened. The lines before the frames repeat the message. */
const framesOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join("\n");

const rules: [RegExp, string][] = [
  // The names of what a database is made of are no secret, and say most.
  [/\b(constraint|relation|column|table|index|type|function) "([\w.]+)"/g, "$1 $2"],
  // Quotations may hold quotes themselves: from the first to the last.
  [/".*"/gs, '"…"'],
  // PostgreSQL's way to name a row: Key (email)=(…) already exists.
  [/=\s?\(.*\)/gs, "=(…)"],
  [/[^\s"'`<>(),;:=]+@[^\s"'`<>(),;:]+/gu, "…@…"],
  [/([\w.:/[\]-]*\/[^\s?#]*)[?#]\S+/g, "$1?…"],
  [/[\w-]{32,}/g, "…"],
];

/**
 * A text without what could be an address, a token or something typed. In one line, and not longer
 * than anybody reads.
 */
export function withoutPersonalText(text: string): string {
  const cleaned = rules.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    text,
  );
  return cleaned.replace(/\s+/gu, " ").trim().slice(0, longestMessage);
}
