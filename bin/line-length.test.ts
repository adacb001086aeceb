import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync("**/*.{ts,tsx,mjs}", {
  exclude: ["node_modules/**", ".next/**", ".data/**", "prisma/generated/**", "next-env.d.ts"],
});

/** Prettier breaks code; what it leaves alone is long comments, and strings that cannot break. */
const cannotBreak = /["`]|https?:|\/[^/]+\//;

test("no line is longer than 100 characters, unless it cannot break", () => {
  const tooLong = sources.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => line.length > 100 && !cannotBreak.test(line)),
  );
  expect(sources.length).toBeGreaterThan(1000);
  expect(tooLong.map(({ place }) => place)).toEqual([]);
});
