import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";

// How text is set where there is little room, and in other directions.

/** The addresses of the page that are broken within a word of theirs. */
const brokenAddresses = (page: Page) =>
  page.evaluate(() => {
    const isOnOneLine = (node: Node, start: number, end: number) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size < 2;
    };
    const isWhole = (element: Element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of (node.textContent ?? "").matchAll(/\w+/g))
          if (!isOnOneLine(node, word.index, word.index + word[0].length)) return false;
      }
      return true;
    };
    return [...document.querySelectorAll("main a[href^='mailto:'], main code")]
      .filter((element) => !isWhole(element))
      .map((element) => element.textContent);
  });

test("an address breaks between its parts, never within a word, on a telephone @no-scripts", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of [
    "/en/contact",
    "/en/press",
    "/en/accessibility",
    "/en/privacy",
    "/en/events",
    "/en/no-such-page",
  ]) {
    await page.goto(path);
    await expect(page.locator("main a[href^='mailto:']").first(), path).toBeVisible();
    expect(await brokenAddresses(page), path).toEqual([]);
  }
});

test("with letters twice as large, a telephone scrolls no page sideways, and tables become lists @no-scripts", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of [
    ...["/en/principles", "/en/actions", "/en/press", "/en/endorse"],
    ...["/en/privacy", "/en/statistics", "/en/cities/athens"],
  ]) {
    await page.goto(path);
    const width = await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      return document.documentElement.scrollWidth;
    });
    expect(width, path).toBeLessThanOrEqual(360);
  }
  await page.goto("/en/actions");
  const figure = page.getByRole("main").getByRole("cell").first();
  const column = () => figure.evaluate((cell) => getComputedStyle(cell, "::before").content);
  expect(await column()).toBe("none");
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  expect(await column()).toBe('"In place"');
});

test("a breadcrumb has slashes between its links and none at its ends @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/cities/amsterdam");
  const marks = await page
    .getByRole("navigation", { name: "You are here" })
    .locator("li")
    .evaluateAll((crumbs) =>
      crumbs.map((crumb) =>
        ["::before", "::after"].map((part) => getComputedStyle(crumb, part).content),
      ),
    );
  expect(marks).toEqual([["none", "none"]]);
});

test("headings from right to left are set without pulling their letters together @no-scripts", async ({
  page,
}) => {
  await page.goto("/en");
  const spacing = () =>
    page
      .getByRole("heading", { level: 1 })
      .evaluate((heading) => getComputedStyle(heading).letterSpacing);
  expect(await spacing()).toMatch(/^-/);
  await page.evaluate(() => void (document.documentElement.dir = "rtl"));
  expect(await spacing()).toBe("normal");
});

test("a principle's number and its title are two words also without the look @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/principles");
  const [first] = await page.getByRole("main").getByRole("listitem").getByRole("link").all();
  expect(await first?.evaluate((link) => link.textContent)).toBe(
    "1 Universal and equal access to the internet, and digital literacy",
  );
  await page.goto("/en/declaration");
  const clause = page.getByRole("main").getByRole("listitem").first();
  expect(await clause.evaluate((element) => element.textContent)).toMatch(/^1\. \S/);
});
