import { defineConfig, devices } from "@playwright/test";
import { findChromium, findHeadlessShell } from "./bin/checks/find-programs.mjs";
import { launchOptions } from "./tests/e2e/support/launch-options";

// An installed one: Playwright's own would be a download. The fade between two pages would have to
// be waited for, each time.
const chromium = {
  ...devices["Desktop Chrome"],
  launchOptions: launchOptions(findHeadlessShell() ?? findChromium()),
  contextOptions: { reducedMotion: "reduce" },
} as const;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  // One site for the whole run: see there.
  globalSetup: "./tests/e2e/support/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  // No traces: to record them takes a third of the time. `npx playwright test --trace on` looks
  // closer at one test.
  projects: [
    { name: "scripts", use: chromium, grepInvert: /@no-scripts/ },
    { name: "no-scripts", use: { ...chromium, javaScriptEnabled: false }, grepInvert: /@scripts/ },
  ],
});
