import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync("{app,components,lib}/**/*.{ts,tsx}", {
  exclude: (path) => path.endsWith(".test.ts"),
}).map((file) => [file, readFileSync(file, "utf8")] as const);
const withActions = sources.filter(([, text]) => text.includes('"use server"'));

test("no action closes over anything that Next would have to encrypt: each stands in a file of actions", () => {
  expect(withActions.length).toBeGreaterThan(10);
  const others = withActions.filter(([, text]) => !text.startsWith('"use server";\n'));
  expect(others.map(([file]) => file)).toEqual([]);
});
