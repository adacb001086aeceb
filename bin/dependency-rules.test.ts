import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import config from "@/.dependency-cruiser.mjs";

// A small project that breaks each rule of the dependency check once: a rule that lets it pass is
// no rule.

/** Rule → the file that breaks it and what it imports. */
const wrongImports: Record<string, [file: string, imported: string]> = {
  "no-circles": ["lib/i18n/first.ts", "@/lib/i18n/second"],
  "nothing-unresolved": ["lib/i18n/lost.ts", "@/lib/nowhere"],
  "nothing-that-package-json-does-not-name": ["lib/i18n/unnamed.ts", "unnamed"],
  "the-site-needs-no-development-package": ["lib/i18n/tool.ts", "development-tool"],
  "nobody-imports-app": ["components/cities/page.ts", "@/app/page"],
  "lib-imports-no-components": ["lib/mail/button.ts", "@/components/ui/button"],
  "components-do-not-reach-the-database": ["components/cities/list.ts", "@/lib/cities/queries"],
  "components-ui-know-no-domain": ["components/ui/city.ts", "@/lib/cities/schema"],
  "only-app-imports-next-navigation": ["lib/mail/redirect.ts", "next/navigation"],
  "foundations-know-no-domain": ["lib/abuse/city.ts", "@/lib/cities/schema"],
  "nothing-asks-other-sites-but-the-check-of-links": [
    "lib/cities/website.ts",
    "@/lib/process/check-link",
  ],
  "domains-know-nothing-above-them": ["lib/cities/route.ts", "@/lib/front/routes"],
  "lib-imports-nothing-of-prisma-but-the-client": ["lib/database/seed.ts", "@/prisma/seed"],
  "endorsements-imports-no-domain-before-it": [
    "lib/endorsements/member.ts",
    "@/lib/members/schema",
  ],
  "applications-imports-no-domain-before-it": [
    "lib/applications/endorsement.ts",
    "@/lib/endorsements/schema",
  ],
  "actions-imports-no-domain-before-it": ["lib/actions/form.ts", "@/lib/applications/schema"],
  "cities-imports-no-domain-before-it": ["lib/cities/form.ts", "@/lib/applications/schema"],
  "places-imports-no-domain-before-it": ["lib/places/city.ts", "@/lib/cities/schema"],
};

const files: Record<string, string> = {
  "package.json": JSON.stringify({
    dependencies: { next: "1" },
    devDependencies: { "development-tool": "1" },
  }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } },
  }),
  ...Object.fromEntries(
    ["unnamed", "development-tool"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" })],
      [`node_modules/${name}/index.js`, ""],
    ]),
  ),
  "node_modules/next/package.json": JSON.stringify({ name: "next" }),
  "node_modules/next/navigation.js": "",
  "lib/i18n/second.ts": 'import "@/lib/i18n/first";',
  ...Object.fromEntries(
    [
      ...["app/page", "components/ui/button", "lib/front/routes", "lib/process/check-link"],
      ...["prisma/seed", "bin/empty"],
    ].map((name) => [`${name}.ts`, "export {};"]),
  ),
  ...Object.fromEntries(
    ["members", "endorsements", "applications", "cities"].flatMap((domain) => [
      [`lib/${domain}/schema.ts`, "export {};"],
      [`lib/${domain}/queries.ts`, "export {};"],
    ]),
  ),
};

type Violation = { from: string; rule: { name: string } };

const project = mkdtempSync(join(tmpdir(), "coalition-rules-"));
let violations: Violation[] = [];

beforeAll(() => {
  for (const [file, imported] of Object.values(wrongImports)) files[file] = `import "${imported}";`;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(project, dirname(file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const options = ["--config", resolve(".dependency-cruiser.mjs"), "--output-type", "json"];
  const output = execFileSync(
    resolve("node_modules/.bin/depcruise"),
    [...options, "app", "components", "lib", "prisma", "bin"],
    { cwd: project, encoding: "utf8", maxBuffer: 50_000_000 },
  );
  violations = (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => rmSync(project, { recursive: true }));

test("there is a wrong import for each rule", () => {
  const rules = config.forbidden?.map(({ name }) => name);
  expect(Object.keys(wrongImports).sort()).toEqual(rules?.sort());
});

test.each(Object.entries(wrongImports))("%s is refused in %s", (name, [file]) => {
  expect(violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(
    file,
  );
});
