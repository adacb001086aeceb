import { defineConfig } from "@playwright/test";
import { findChromium } from "./bin/checks/find-programs.mjs";
import base from "./playwright.config";
import { launchOptions } from "./tests/e2e/support/launch-options";

const [scripts, noScripts] = base.projects ?? [];
const pictured = { ...scripts?.use, launchOptions: launchOptions(findChromium()) };

// npm run test:pages: pictures of the main pages, and walks through all public ones, on a site that
// nobody changes meanwhile. So each page is made once, and every walk finds the same.
export default defineConfig({
  ...base,
  testDir: "tests/pages",
  outputDir: "test-results/pages",
  globalSetup: "./tests/pages/global-setup.ts",
  snapshotPathTemplate: "tests/pages/baselines/{arg}{ext}",
  expect: {
    ...base.expect,
    // Letters are drawn a little otherwise by another version of the browser: a difference in tint
    // counts, and in more than a few pixels.
    toHaveScreenshot: {
      maxDiffPixelRatio: 0.003,
      threshold: 0.1,
      animations: "disabled",
      caret: "hide",
      scale: "css",
      stylePath: "./tests/pages/hide-moments.css",
    },
  },
  projects: [
    { name: "pictures", use: pictured, testMatch: "pictures.spec.ts" },
    ...[scripts, noScripts].map((project) => ({ ...project, testIgnore: "pictures.spec.ts" })),
  ],
});
