import { expect, test } from "vitest";
import { newReference, parseReference } from "@/lib/applications/reference";

test("a reference can be read out: no letter is taken for a digit", () => {
  const references = Array.from({ length: 500 }, newReference);
  for (const reference of references)
    expect(reference).toMatch(/^CC-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(references).size).toBe(500);
});

test.each(["CC-7K3M-Q9TD", "cc 7k3m q9td", " 7K3M-Q9TD ", "CC7K3MQ9TD"])(
  "is found however it is typed: %j",
  (typed) => {
    expect(parseReference(typed)).toBe("CC-7K3M-Q9TD");
  },
);

test.each(["", "Ghent", "CC-7K3M-Q9T0", "CC-7K3M-Q9TDX"])("%j is none", (typed) => {
  expect(parseReference(typed)).toBeNull();
});
