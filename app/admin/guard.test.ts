import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** The guard of actions that keep what was typed: without a session it gives the reason. */
const guardOnPage =
  /^const access = await require(Reviewer|Editor)OnPage\(\);\s*if \(!access\.ok\)\s+return /;

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

type Guard = "requireReviewer" | "requireEditor" | "requireAdministrator";

/** Who may use what: each section of the panel by its folder. A section that is not named fails. */
const rolesOfSections: Readonly<Record<string, Guard>> = {
  "": "requireReviewer",
  account: "requireReviewer",
  applications: "requireReviewer",
  endorsements: "requireReviewer",
  members: "requireReviewer",
  settings: "requireAdministrator",
  publishing: "requireEditor",
  staff: "requireAdministrator",
};

const requiredFor = (file: string): Guard | undefined =>
  rolesOfSections[file.includes("/") ? (file.split("/")[0] ?? "") : ""];

/** The guard that a function begins with. */
function guardOf(beginning: string): Guard | undefined {
  const [, onPage] = guardOnPage.exec(beginning) ?? [];
  if (onPage) return `require${onPage}` as Guard;
  return /^(?:const [^;]+ = )?await (requireReviewer|requireEditor|requireAdministrator)\(\);/.exec(
    beginning,
  )?.[1] as Guard | undefined;
}

/** A file's functions with their guards, as they are and as they must be. */
function guardsIn(file: string) {
  const functions = exportedFunctions(file);
  const byName = (guard: (beginning: string) => Guard | undefined) =>
    Object.fromEntries(
      functions.map(({ name, beginning }): [string, Guard | undefined] => [name, guard(beginning)]),
    );
  return { found: byName(guardOf), required: byName(() => requiredFor(file)) };
}

test.each([...pages, ...actions, ...handlers])(
  "everything of %s begins with the guard of its section",
  (file) => {
    const { found, required } = guardsIn(file);
    expect(Object.keys(found)).not.toEqual([]);
    expect(requiredFor(file)).toBeDefined();
    expect(found).toEqual(required);
  },
);

test("every section that has a role is there", () => {
  const sections = new Set(
    [...pages, ...actions].map((file) => (file.includes("/") ? file.split("/")[0] : "")),
  );
  expect([...sections].sort()).toEqual(Object.keys(rolesOfSections).sort());
});

test("every other address of the panel is a page, but for the pictures of drafts", () => {
  expect(handlers).toEqual(["publishing/pictures/[file]/route.ts"]);
});

test("actions stand nowhere but in the files looked at here", () => {
  const serverFiles = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname }).filter((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8").includes('"use server"'),
  );
  expect(
    serverFiles.filter((file) => !file.endsWith("actions.ts") && file !== "guard.test.ts"),
  ).toEqual([]);
});
