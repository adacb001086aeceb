import { test as base } from "@playwright/test";

type Options = {
  /**
   * What may go wrong in this test, by the text of the console or the failed address. Everything
   * else fails it.
   */
  expectedFailures: RegExp | undefined;
};

/**
 * What Chromium says when it gives up a view transition between two pages: the next page has none,
 * or was there first. The visitor sees the next page at once, without the fade; no code of ours
 * takes part.
 */
const abandonedTransition = /ViewTransition|^Transition was (aborted|skipped)/;

type Fixtures = { failOnUnexpected: undefined };

export { expect } from "@playwright/test";

/** Playwright's test on the site of this run. What the browser complains of fails the test. */
export const test = base.extend<Options & Fixtures>({
  baseURL: async ({}, use) => use(process.env.E2E_SITE),
  expectedFailures: [undefined, { option: true }],
  failOnUnexpected: [
    async ({ context, expectedFailures, javaScriptEnabled }, use) => {
      const failures: string[] = [];
      context.on(
        "console",
        (message) =>
          message.type() === "error" &&
          failures.push(`${message.text()} (${message.location().url})`),
      );
      context.on(
        "weberror",
        (webError) =>
          !abandonedTransition.test(webError.error().message) &&
          failures.push(webError.error().message),
      );
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText;
        // A page that moves on gives up what it still waits for; without scripts each script is
        // refused.
        const isNatural =
          reason === "net::ERR_ABORTED" ||
          (!javaScriptEnabled && request.resourceType() === "script");
        if (!isNatural) failures.push(`${request.url()} failed: ${reason}`);
      });
      await use(undefined);
      base.expect(failures.filter((failure) => !expectedFailures?.test(failure))).toEqual([]);
    },
    { auto: true },
  ],
});
