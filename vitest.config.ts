import { defineConfig } from "vitest/config";
import { onceCompiled } from "./tests/support/runners/once-compiled.ts";

const resolve = { alias: { "@": import.meta.dirname } };
const onTheBuiltSite = ["tests/integration/processes/process.test.ts"];
const onTheBuiltSiteAndPostgres = [
  "tests/integration/processes/front-two-processes.test.ts",
  "tests/integration/processes/front-door-process.test.ts",
  "tests/integration/processes/chain-of-production.test.ts",
  "tests/integration/processes/deploy-files.test.ts",
];
/**
 * What depends on the engine, and each domain's main way. All other rules are tested on PostgreSQL
 * alone.
 */
const onBothEngines = [
  "applications/applications",
  "audit/events",
  "database/embedded-database",
  "database/migrations",
  "database/prepared-statements",
  "endorsements/endorsement-codes",
  "endorsements/endorsements",
  "mail/mail-delivery",
  "operations/jobs",
  "places/places-data",
  "places/places-search",
  "places/places-seed",
  "review/review",
  "review/review-reopening",
].map((name) => `tests/integration/${name}.test.ts`);
const isEmbedded = process.env.TEST_DATABASE === "embedded";
/** The embedded engine itself: on the other there is nothing to see. */
const onEmbeddedAlone = isEmbedded ? [] : ["tests/integration/database/embedded-database.test.ts"];
const secretOfTests = "the secret of the tests, which is nobody's";
const builtSite = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["{lib,components,app,prisma,bin,tests/bench}/**/*.test.{ts,tsx}"],
          env: { SECRET: secretOfTests },
          // What a file has loaded serves the next one: in less than half of the time.
          isolate: false,
          // For machines that are busy with other work.
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: isEmbedded ? onBothEngines : ["tests/integration/**/*.test.ts"],
          exclude: [...onTheBuiltSite, ...onTheBuiltSiteAndPostgres, ...onEmbeddedAlone],
          globalSetup: "tests/support/database/global-database.ts",
          execArgv: onceCompiled,
          // One database for all: a file resets it and has it to itself.
          fileParallelism: false,
          // What a file has loaded serves the next one.
          isolate: false,
          // What failing deliveries log would stand between the results.
          env: { LOG_LEVEL: "silent", SECRET: secretOfTests },
          // For machines that are busy with other work.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // The built site as a process: each file brings its own database.
      {
        resolve,
        test: {
          name: "process",
          include: onTheBuiltSite,
          env: { SECRET: secretOfTests },
          ...builtSite,
        },
      },
      {
        resolve,
        test: {
          name: "two-processes",
          include: onTheBuiltSiteAndPostgres,
          env: { SECRET: secretOfTests },
          ...builtSite,
        },
      },
      {
        resolve,
        test: {
          name: "attacks",
          include: ["tests/attacks/**/*.test.ts"],
          env: { SECRET: secretOfTests },
          ...builtSite,
        },
      },
    ],
  },
});
