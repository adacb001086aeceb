#!/usr/bin/env node
import { findChromium, findPostgresPrograms } from "./find-programs.mjs";
import { installForTests } from "./install-for-tests.mjs";
import { buildSite, prepare } from "./prepare.mjs";
import { ProgramError, runQuietly, tool, toolSettings } from "./run.mjs";
import { step } from "./steps.mjs";

// npm test: everything that is checked, as one list. With --skip-nothing, what cannot be run counts as failed.

const skipNothing = process.argv.includes("--skip-nothing");
const env = { ...toolSettings, NODE_ENV: "test" };

const vitest = (project, settings = {}) => () => runQuietly(tool("vitest"), ["run", "--project", project], { env: { ...env, ...settings } });

/** In this order; those in one bracket beside each other, because they wait for different things. */
const checks = [
  { title: "Lock file is whole", run: () => runQuietly("npm", ["ci", "--include=dev", "--dry-run", "--no-audit", "--no-fund"]) },
  // Lint and the compiler both read the types of the routes, which a fresh clone does not have yet.
  { title: "Types of the routes", run: () => runQuietly(tool("next"), ["typegen"]) },
  [
    { title: "Lint", run: () => runQuietly(tool("eslint"), ["."]) },
    { title: "Types", run: () => runQuietly(tool("tsc"), ["--noEmit"]) },
  ],
  { title: "Who imports whom", run: checkImports },
  { title: "Unused code", run: () => runQuietly(tool("knip")) },
  { title: "Unit tests", run: vitest("unit") },
  [
    { title: "Integration tests, embedded database", run: vitest("integration", { TEST_DATABASE: "embedded" }) },
    { title: "Integration tests, PostgreSQL", needs: findPostgresPrograms, package: "postgresql", run: vitest("integration", { TEST_DATABASE: "postgres" }) },
  ],
  { title: "Production build", run: buildSite },
  { title: "Process tests", run: vitest("process") },
  { title: "Two processes on one PostgreSQL", needs: findPostgresPrograms, package: "postgresql", run: vitest("two-processes") },
  { title: "Attacks on the built site", needs: findPostgresPrograms, package: "postgresql", run: vitest("attacks") },
  { title: "Browser tests", needs: findChromium, package: "chromium", run: () => runQuietly(tool("playwright"), ["test"], { env }) },
  { title: "Looks of the main pages", needs: findChromium, package: "chromium", run: () => runQuietly(tool("playwright"), ["test", "--config", "playwright.looks.config.ts"], { env }) },
];

/** The cruiser passes with nothing at all when it cannot read the sources: their number must be plausible. */
async function checkImports() {
  const output = await runQuietly(tool("depcruise"), ["app", "components", "lib", "prisma", "bin", "tests", "server.ts"]);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < 200) throw new ProgramError("depcruise", `It saw only ${modules} modules.\n${output}`);
}

const count = { passed: 0, failed: 0, skipped: 0 };

async function check({ title, needs, package: wanted, run }) {
  const reason = needs && !needs() && (await installForTests(wanted));
  if (reason && !skipNothing) {
    count.skipped += 1;
    console.log(`  ${title}: skipped, because ${reason}`);
    return;
  }
  try {
    await step(title, run);
    count.passed += 1;
  } catch (error) {
    count.failed += 1;
    console.error(`\n${error instanceof ProgramError ? error.message : error}\n`);
  }
}

await prepare();
for (const each of checks) await Promise.all([each].flat().map(check));
console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed > 0 ? 1 : 0);
