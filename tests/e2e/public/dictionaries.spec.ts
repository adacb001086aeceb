import type { Page } from "@playwright/test";
import { slugOf } from "@/lib/cities/slug";
import { firstSignatoryNames } from "@/prisma/seed/signatories";
import { expect, test } from "@/tests/e2e/support/fixtures";

/** The site makes a dictionary beside its other work, and the browser fetches it when idle. */
const patiently = { timeout: 30_000 };

/** What crosses the wire for a further page of a visit. */
const goal = 3_000;

async function visit(page: Page, path: string) {
  const response = await page.goto(path);
  const { responseBodySize } = (await response?.request().sizes()) ?? { responseBodySize: NaN };
  return {
    encoding: (await response?.allHeaders())?.["content-encoding"],
    bytes: responseBodySize,
    html: (await response?.body())?.toString(),
  };
}

test("a further page of a visit crosses the wire without what pages have in common @scripts", async ({
  page,
  request,
}) => {
  await expect
    .poll(async () => (await request.get("/en")).headers().link ?? "", patiently)
    .toContain('rel="compression-dictionary"');
  await page.goto("/en");
  // Each time another one: a page that the browser has already is only asked after.
  const others = firstSignatoryNames.map((name) => `/en/cities/${slugOf(name)}`).values();
  await expect
    .poll(async () => (await visit(page, others.next().value ?? "/en")).encoding, patiently)
    .toBe("dcb");

  for (const path of ["/en/contact", "/en/about", "/en/principles/privacy", "/en/news"]) {
    const { encoding, bytes, html } = await visit(page, path);
    expect(encoding, path).toBe("dcb");
    expect(bytes, path).toBeLessThanOrEqual(goal);
    expect(html, path).toBe(await (await request.get(path)).text());
  }
});
