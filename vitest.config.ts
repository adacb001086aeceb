import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: "unit", include: ["{lib,components,app,prisma,bin}/**/*.test.{ts,tsx}"] } },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["tests/integration/process.test.ts"],
          globalSetup: "tests/support/global-database.ts",
          // One database for all: a file resets it and has it to itself.
          fileParallelism: false,
          // What failing deliveries log would stand between the results.
          env: { LOG_LEVEL: "silent" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The built site as a process: it brings its own database.
      { resolve, test: { name: "process", include: ["tests/integration/process.test.ts"], testTimeout: 300_000 } },
    ],
  },
});
