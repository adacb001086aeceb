import { defineConfig } from "vitest/config";

// For npm run test:mutation: unit and integration tests as one set, on a real PostgreSQL. Stryker
// runs only those that reach a fault.

process.env.TEST_DATABASE = "postgres";

const others = [
  "process",
  "front-two-processes",
  "embedded-database",
  "migrations",
  "mail-delivery",
  "jobs",
];

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["lib/**/*.test.ts", "tests/integration/**/*.test.ts"],
    // What brings processes of its own, and what goes through rounds by the hundred.
    exclude: [`**/{${others.join()}}.test.ts`, "**/{places-*,*-races}.test.ts"],
    globalSetup: "tests/support/global-database.ts",
    fileParallelism: false,
    // What a test file has loaded serves the next one.
    isolate: false,
    env: { LOG_LEVEL: "silent", SECRET: "the secret of the tests, which is nobody's" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
