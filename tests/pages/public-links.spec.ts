import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages } from "@/tests/pages/public-pages";

test.slow();

/** The site's own addresses that a page links to, without what stands behind `?` and `#`. */
const linkedFrom = (page: Page, html: string): Promise<string[]> =>
  page.evaluate((text) => {
    const links = new DOMParser()
      .parseFromString(text, "text/html")
      .querySelectorAll("a[href^='/'], link[href^='/'], form[action^='/']");
    return [...links].map((link) =>
      (link.getAttribute("href") ?? link.getAttribute("action") ?? "").replace(/[?#].*$/, ""),
    );
  }, html);

test("every link of every public page leads to a page, and to one in its language @scripts", async ({
  page,
  request,
}) => {
  const linkedBy = new Map<string, string>();
  for (const { path } of await listPublicPages(request)) {
    for (const address of await linkedFrom(page, await (await request.get(path)).text()))
      linkedBy.set(address, path);
  }
  expect(linkedBy.size).toBeGreaterThan(50);
  const broken: string[] = [];
  for (const [address, path] of linkedBy) {
    const isInItsLanguage =
      /^\/(en(\/|$)|_next\/|data\/|examples\/|logo\/|map\/|[\w-]+\.\w+$)/.test(address);
    const answer = await request.get(address);
    if (!isInItsLanguage || !answer.ok()) broken.push(`${path}: ${address} (${answer.status()})`);
  }
  expect(broken).toEqual([]);
});
