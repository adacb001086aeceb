import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "@/lib/env";

// A test, a build or a start sets it for itself.
const { NODE_ENV: _, ...ofOperators } = settings.shape;
const names = Object.keys(ofOperators).sort();

const namesIn = (path: string, pattern: RegExp): string[] =>
  [...readFileSync(path, "utf8").matchAll(pattern)].map(([, name = ""]) => name);

test("the table of operating.md tells every setting, once, and no other", () => {
  expect(namesIn("docs/operating.md", /^\| `([A-Z_]+)` \|/gm).sort()).toEqual(names);
});

test(".env.example has a line for every setting, and no other", () => {
  expect(namesIn(".env.example", /^([A-Z_]+)=/gm).sort()).toEqual(names);
});

test("what holds a password or a key is marked as secret", () => {
  const marked = namesIn("docs/operating.md", /^\| `([A-Z_]+)` \|.*\| yes \|$/gm);
  const secret = names.filter((name) => /SECRET|DATABASE_URL|SMTP_URL/.test(name));
  expect(marked.sort()).toEqual(secret);
});
