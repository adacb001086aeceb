// What keeps applications, endorsements, the public list and the front door right. See
// docs/figures.md.

export default {
  mutate: [
    "lib/{applications,endorsements,cities,staff}/**/{commands,*-commands,queries,*-queries}.ts",
    "lib/front/{front-door,refusals,routes,requests/inbound}.ts",
    "lib/front/pages/{public-pages,pages-for-one,page-memory}.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", pool: "threads" },
  concurrency: 1,
  // A fault in what a module does when it is loaded takes minutes, as all tests run anew.
  ignoreStatic: true,
  // Far beyond what a busy machine needs: only what never ends runs into it.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 15,
  tempDirName: "test-results/stryker",
  ignorePatterns: [
    "/.data",
    "/test-results",
    "/playwright-report",
    "/bench-results",
    "/tests/pages",
  ],
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { reportTests: false, logTests: false, reportMutants: true },
  jsonReporter: { fileName: "test-results/mutation.json" },
  thresholds: { high: 95, low: 85, break: 85 },
};
