import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };
const onTheBuiltSite = ["tests/integration/process.test.ts"];
const onTheBuiltSiteAndPostgres = ["tests/integration/front-two-processes.test.ts", "tests/integration/front-door-process.test.ts"];
/** They test rules, not the engine: PostgreSQL alone shows them, or the run would take twice as long. */
const ofRules = [
  "tests/integration/*-by-commands.test.ts",
  "tests/integration/*-queries.test.ts",
  "tests/integration/bystanders.test.ts",
  "tests/integration/changed-meanwhile.test.ts",
  "tests/integration/endorsements-second-branches.test.ts",
  "tests/integration/site-version.test.ts",
  "tests/integration/step-events.test.ts",
  "tests/integration/mail-budget.test.ts",
];
const onOneEngine = process.env.TEST_DATABASE === "embedded" ? ofRules : [];
const secretOfTests = "the secret of the tests, which is nobody's";
const builtSite = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: "unit", include: ["{lib,components,app,prisma,bin}/**/*.test.{ts,tsx}"], env: { SECRET: secretOfTests } } },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: [...onTheBuiltSite, ...onTheBuiltSiteAndPostgres, ...onOneEngine],
          globalSetup: "tests/support/global-database.ts",
          // One database for all: a file resets it and has it to itself.
          fileParallelism: false,
          // What failing deliveries log would stand between the results.
          env: { LOG_LEVEL: "silent", SECRET: secretOfTests },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The built site as a process: each file brings its own database.
      { resolve, test: { name: "process", include: onTheBuiltSite, ...builtSite } },
      { resolve, test: { name: "two-processes", include: onTheBuiltSiteAndPostgres, ...builtSite } },
      { resolve, test: { name: "attacks", include: ["tests/attacks/**/*.test.ts"], env: { SECRET: secretOfTests }, ...builtSite } },
    ],
  },
});
