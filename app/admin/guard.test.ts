import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** The guard of actions that keep what was typed: without a session it gives the reason. */
const guardOnPage =
  /^const access = await (requireReviewerOnPage\(\)|requirePermissionOnPage\("\w+"\));\s*if \(!access\.ok\)\s+return /;

/** Signing in is what people do who are not signed in yet. */
const pages = sources("page.tsx");
const actions = sources("actions.ts");
const handlers = sources("route.ts");

function sources(name: string): string[] {
  return globSync(`**/${name}`, { cwd: import.meta.dirname }).filter(
    (file) => !file.startsWith("sign-in/"),
  );
}

/** The functions that a file exports, each with the text of its first two statements. */
function exportedFunctions(file: string): { name: string; beginning: string }[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(import.meta.dirname, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement))
    .filter((declaration) =>
      declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .map((declaration) => ({
      name: declaration.name?.text ?? "default",
      beginning: (declaration.body?.statements ?? [])
        .slice(0, 2)
        .map((statement) => statement.getText())
        .join(" "),
    }));
}

/** Who is let past is another test's: tests/integration/staff/panel-access.test.ts. */
const beginsWithGuard = (beginning: string): boolean =>
  guardOnPage.test(beginning) ||
  /^(?:const [^;]+ = )?await (requireReviewer\(\)|requirePermission\("\w+"\));/.test(beginning);

test.each([...pages, ...actions, ...handlers])("everything of %s begins with a guard", (file) => {
  const functions = exportedFunctions(file);
  expect(functions).not.toEqual([]);
  const unguarded = functions.filter(({ beginning }) => !beginsWithGuard(beginning));
  expect(unguarded.map(({ name }) => name)).toEqual([]);
});

test("every other address is a page, but for files, exports, the pictures of drafts and two to sign in", () => {
  expect(globSync("**/route.ts", { cwd: import.meta.dirname }).sort()).toEqual([
    "applications/[id]/files/[file]/route.ts",
    "exports/[file]/route.ts",
    "publishing/pictures/[file]/route.ts",
    "sign-in/oidc/callback/route.ts",
    "sign-in/oidc/route.ts",
  ]);
});

test("actions stand nowhere but in the files looked at here", () => {
  const serverFiles = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname }).filter((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8").includes('"use server"'),
  );
  expect(
    serverFiles.filter((file) => !file.endsWith("actions.ts") && file !== "guard.test.ts"),
  ).toEqual([]);
});
