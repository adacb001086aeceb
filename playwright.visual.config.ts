import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

// npm run test:visual: pictures of the main pages, on a site of their own.
export default defineConfig({
  ...base,
  testDir: "tests/visual",
  outputDir: "test-results/visual",
  globalSetup: "./tests/visual/global-setup.ts",
  snapshotPathTemplate: "tests/visual/baselines/{arg}{ext}",
  // Letters are drawn a little otherwise by another version of the browser: a difference in tint
  // counts, and in more than a few pixels.
  expect: {
    toHaveScreenshot: {
      maxDiffPixelRatio: 0.003,
      threshold: 0.1,
      animations: "disabled",
      caret: "hide",
      scale: "css",
      stylePath: "./tests/visual/hide-moments.css",
    },
  },
  projects: [{ name: "visual", use: base.projects?.[0]?.use }],
});
