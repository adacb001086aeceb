import { expect, test } from "vitest";
import {
  hashCode,
  newCode,
  parseCode,
  formatCode,
} from "@/lib/endorsements/abuse/confirmation-code";

test("a code has six figures, also when it begins with zeros, and is read as it is spelt", () => {
  const codes = Array.from({ length: 200 }, newCode);
  for (const code of codes) {
    expect(code).toMatch(/^\d{6}$/);
    expect(parseCode(formatCode(code))).toBe(code);
  }
  expect(new Set(codes).size).toBeGreaterThan(190);
});

test.each([
  [" 042 917\n", "042917"],
  ["042-917", "042917"],
  ["042–917", "042917"],
  ["０４２９１７", "042917"],
])("%j is read as %s", (typed, code) => expect(parseCode(typed)).toBe(code));

test.each(["", "42917", "0429170", "04291a", "042917 042917"])("%j is no code", (typed) =>
  expect(parseCode(typed)).toBeNull(),
);

test("the same code of two endorsements has two hashes", () => {
  expect(hashCode("one endorsement", "042917")).not.toBe(hashCode("another endorsement", "042917"));
});
