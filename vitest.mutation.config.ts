import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { KeptWorker } from "./tests/support/runners/kept-worker.ts";

// For npm run test:mutation: unit and integration tests as one set, on a real PostgreSQL. Stryker
// runs only those that reach a fault. With FRESH=1 each fault gets a thread of its own: slower, to
// look once more at what was noticed.

process.env.TEST_DATABASE = "postgres";

const others = [
  "process",
  "front-two-processes",
  "embedded-database",
  "migrations",
  "mail-delivery",
  "jobs",
  // What a thread may not change: the mask of new files, the time zone.
  "data-directory",
  "secret",
];

/** The quick files first: most faults are noticed by one of them. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const duration = (file: TestSpecification) =>
      this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return Promise.resolve(files.toSorted((one, other) => duration(one) - duration(other)));
  }
}

export default defineConfig({
  plugins: [
    {
      name: "kept-worker",
      configureVitest({ project, vitest }) {
        if (process.env.FRESH) return;
        project.config.pool = vitest.config.pool = "kept";
        project.config.poolRunner = {
          name: "kept",
          createPoolWorker: (options) => new KeptWorker(options),
        };
      },
    },
  ],
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["lib/**/*.test.ts", "tests/integration/**/*.test.ts"],
    // What brings processes of its own, and what goes through rounds by the hundred.
    exclude: [
      `**/{${others.join()}}.test.ts`,
      "**/{places-*,*-races,mail-budget*,endorsements-abuse}.test.ts",
      "lib/press/press-kit.test.ts",
    ],
    setupFiles: "tests/support/runners/forget-fault.ts",
    globalSetup: "tests/support/database/global-database.ts",
    sequence: { sequencer: QuickFirst },
    fileParallelism: false,
    // What a test file has loaded serves the next one.
    isolate: false,
    env: { LOG_LEVEL: "silent", SECRET: "the secret of the tests, which is nobody's" },
    testTimeout: 10_000,
    hookTimeout: 60_000,
  },
});
