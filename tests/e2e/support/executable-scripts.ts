import type { Locator, Page } from "@playwright/test";

/** All script elements but data, such as JSON-LD. */
export const executableScripts = (page: Page): Locator =>
  page.locator(
    "script:not([type='application/ld+json']), link[as='script'], link[rel='modulepreload']",
  );
