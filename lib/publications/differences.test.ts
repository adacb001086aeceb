import { expect, test } from "vitest";
import { differencesOf } from "@/lib/publications/differences";

const written = (before: string, after: string): string[] =>
  differencesOf(before, after).map(
    ({ kind, line }) => `${{ same: " ", added: "+", removed: "-" }[kind]}${line}`,
  );

test("a line that was put in, taken out or changed is told from those that stayed", () => {
  expect(written("a\nb\nc\nd\ne", "a\nc\nx\ne\nf")).toEqual([
    " a",
    "-b",
    " c",
    "-d",
    "+x",
    " e",
    "+f",
  ]);
});

test("nothing is told of two texts that are the same", () => {
  expect(written("a\na\nb", "a\na\nb")).toEqual([" a", " a", " b"]);
});

test("a line that comes twice is counted twice", () => {
  expect(written("a\na", "a")).toEqual([" a", "-a"]);
});

test("very long texts are compared as wholes", () => {
  const long = (word: string) => Array.from({ length: 1_500 }, (_, n) => `${word}${n}`).join("\n");
  const differences = differencesOf(`first\n${long("a")}`, `first\n${long("b")}`);
  expect(differences.slice(0, 2)).toEqual([
    { kind: "same", line: "first" },
    { kind: "removed", line: "a0" },
  ]);
  expect(differences.at(-1)).toEqual({ kind: "added", line: "b1499" });
});
