import { expect, test } from "vitest";
import { describeError, withoutPersonalText } from "@/lib/log-errors";

const thrownBy = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown.");
};

test("what a parser could not read is not repeated", () => {
  const error = thrownBy(() => JSON.parse('{"name": "Zoë De Smet", "email": zoe@ghent.example'));
  expect(error.message).toContain("zoe@ghent");
  const written = JSON.stringify(describeError(error));
  expect(written).toContain("is not valid JSON");
  expect(written).not.toMatch(/zoe|Zoë|Smet/);
});

test("an address that could not be read is not repeated, although the error carries it", () => {
  const error = thrownBy(() => new URL("officer@ghent"));
  expect(error).toMatchObject({ input: "officer@ghent" });
  expect(describeError(error)).toMatchObject({
    type: "TypeError",
    code: "ERR_INVALID_URL",
    message: "Invalid URL",
  });
  expect(JSON.stringify(describeError(error))).not.toContain("officer");
});

test.each([
  ["Key (email)=(officer@ghent.example) already exists.", "Key (email)=(…) already exists."],
  [
    'duplicate key value violates unique constraint "staff_email_key"',
    "duplicate key value violates unique constraint staff_email_key",
  ],
  ['invalid input syntax for type uuid: "Zoë"', 'invalid input syntax for type uuid: "…"'],
  [
    'Failed to find Server Action "officer@ghent.example". It may be of an older deployment.',
    'Failed to find Server Action "…". It may be of an older deployment.',
  ],
  ["No mail to officer@ghent.example", "No mail to …@…"],
  ["GET /en/applications?token=secret failed", "GET /en/applications?… failed"],
  ["https://stad.example/a?b=c was asked", "https://stad.example/a?… was asked"],
  ["The session qq3Jk9dkQ0Zg1Hn6c6gPGYbXl4mQf7W0pO8nS2tUvWx ended", "The session … ended"],
  [
    "Cannot read properties of undefined (reading 'id')",
    "Cannot read properties of undefined (reading 'id')",
  ],
  ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED 127.0.0.1:5432"],
])("%s", (text, written) => {
  expect(withoutPersonalText(text)).toBe(written);
});

test("causes are told with the same care, and a circle of them ends", () => {
  const cause = new Error("Key (email)=(officer@ghent.example) already exists.");
  const error = new Error("The row was refused", { cause });
  cause.cause = error;
  const written = describeError(error);
  expect(written.cause?.message).toBe("Key (email)=(…) already exists.");
  expect(JSON.stringify(written)).not.toContain("officer");
});

test("where it happened is told, without the message that stands before that", () => {
  const { stack } = describeError(new Error("by officer@ghent.example\nand others"));
  expect(stack).toMatch(/^at .*log-errors\.test\.ts/);
  expect(stack).not.toContain("officer");
});

test("of what is thrown and is no error nothing is told", () => {
  expect(describeError("officer@ghent.example")).toEqual({
    type: "string",
    message: "Something that is no error was thrown",
    stack: "",
  });
});
