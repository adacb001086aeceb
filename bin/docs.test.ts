import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const rooms = "app|bin|components|content|docs|lib|prisma|tests";
const documents = globSync(["*.md", "docs/**/*.md"]);

/** Paths such as `lib/env.ts` or `tests/integration/`, without those that stand for many. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp("`((?:" + rooms + ")/[^`\\s]*)`", "g"))]
    .map(([, path = ""]) => path)
    .filter((path) => !/[<*{]/.test(path));

test.each(documents)("every path in %s is there", (document) => {
  const text = readFileSync(document, "utf8");
  expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
});

test.each(documents)("every link in %s to a file leads to one", (document) => {
  const links = [...readFileSync(document, "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)\)/g)];
  const missing = links.filter(([, path = ""]) => !existsSync(join(dirname(document), path)));
  expect(missing.map(([, path]) => path)).toEqual([]);
});
