import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const guard = /await require(Reviewer|Administrator)\(\)/;

/** Signing in is what people do who are not signed in yet. */
const pages = sources("page.tsx");
const actions = sources("actions.ts");
const handlers = sources("route.ts");

function sources(name: string): string[] {
  return globSync(`**/${name}`, { cwd: import.meta.dirname }).filter((file) => !file.startsWith("sign-in/"));
}

/** The functions that a file exports, each with the text of its first statement. */
function exportedFunctions(file: string): { name: string; firstStatement: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(import.meta.dirname, file), "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement))
    .filter((declaration) => declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map((declaration) => ({ name: declaration.name?.text ?? "default", firstStatement: declaration.body?.statements[0]?.getText() ?? "" }));
}

test.each(pages)("the page %s begins with the guard", (file) => {
  const names = exportedFunctions(file);
  expect(names.length).toBeGreaterThan(0);
  for (const { firstStatement } of names) expect(firstStatement).toMatch(guard);
});

test.each(actions)("every action of %s begins with the guard", (file) => {
  const names = exportedFunctions(file);
  expect(names.length).toBeGreaterThan(0);
  for (const { firstStatement } of names) expect(firstStatement).toMatch(guard);
});

test("every other address of the panel is a page: a route handler would need a guard of its own", () => {
  expect(handlers).toEqual([]);
});

test("actions stand nowhere but in the files looked at here", () => {
  const serverFiles = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname }).filter((file) => readFileSync(join(import.meta.dirname, file), "utf8").includes('"use server"'));
  expect(serverFiles.filter((file) => !file.endsWith("actions.ts") && file !== "guard.test.ts")).toEqual([]);
});
