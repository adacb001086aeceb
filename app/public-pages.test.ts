import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { knownParametersOf, routeOf } from "@/lib/front/routes";

// Public pages leave without scripts, and without the query parameters that nobody reads. What
// would not survive that is found here, before somebody finds it on the site.

/** Client components that show all they have when the server renders them. */
const completeWithoutScripts = [
  "app/[locale]/error.tsx",
  "app/[locale]/language-link.tsx",
  "app/[locale]/section-link.tsx",
  "app/[locale]/applications/[token]/appeal/appeal-form.tsx",
  "app/[locale]/applications/[token]/correct/correction-form.tsx",
  "app/[locale]/city-page/[token]/proposal-form.tsx",
  "app/[locale]/membership/[token]/contacts-form.tsx",
  "components/ui/error-summary.tsx",
  "components/ui/use-focus.ts",
  "components/ui/use-scripts.ts",
];

const addressOf = (page: string): string =>
  page
    .replace(/^app\/\[locale\]/, "/en")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\/page\.tsx$/, "")
    .replace(/\[[^\]]+\]/g, "any");

const pages = globSync("app/[[]locale[]]/**/page.tsx").map((page) => page.replaceAll("\\", "/"));

const scriptless = pages.filter((page) =>
  ["public", "private", "inlineScript"].includes(routeOf(addressOf(page))),
);

/** The client components that a file reaches by its imports. What lies behind one is part of it. */
function clientComponentsOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, "utf8");
  if (/^"use client"/m.test(text)) return [file];
  const imports = [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from "@\/([^"]+)"/gm)];
  return imports
    .flatMap(([, path]) => [`${path}.ts`, `${path}.tsx`].filter((each) => existsSync(each)))
    .flatMap((path) => clientComponentsOf(path, seen));
}

test("the pages are found", () => {
  expect(scriptless.length).toBeGreaterThan(30);
});

test.each(scriptless)("%s reaches no component that needs scripts", (page) => {
  const found = clientComponentsOf(page).filter((each) => !completeWithoutScripts.includes(each));
  const advice =
    "is a client component, but this page is sent without scripts: make it a server component, " +
    "or name it in completeWithoutScripts if it shows all it has when the server renders it";
  expect(found.map((each) => `${each} ${advice}`)).toEqual([]);
});

test.each(pages.filter((page) => routeOf(addressOf(page)) === "public"))(
  "%s reads no query parameter that the front door drops",
  (page) => {
    const isReading = /\bsearchParams\b/.test(readFileSync(page, "utf8"));
    const advice =
      "reads searchParams, which the front door drops: name its parameters in knownParameters, lib/front/routes.ts";
    const isKnown = knownParametersOf(addressOf(page)).length > 0;
    expect(isReading && !isKnown ? [`${page} ${advice}`] : []).toEqual([]);
  },
);
