import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";

const maps = (page: Page): Locator => page.locator("figure").first();
const cityLinks = (page: Page): Locator => maps(page).locator('a[href^="/en/cities/"]');
const addresses = (links: Locator) =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute("href")).sort());

test("the maps have the same cities as the list, and each leads to the city's page @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/cities");
  const inList = await addresses(page.locator("#list a"));
  expect(inList.length).toBeGreaterThanOrEqual(26);
  // The cities where residents ask are there too.
  expect(await addresses(cityLinks(page))).toEqual(expect.arrayContaining(inList));

  const newYork = page.getByRole("link", { name: "New York City, United States (founder)" });
  // With the focus its name is shown, however many cities lie beside it.
  await newYork.focus();
  await newYork.locator("text").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New York City");
});

test("the keyboard can skip the maps, or walk through them with a focus that is seen @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/cities");
  await page.getByRole("button", { name: "Show cities" }).focus();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip the map" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Europe: " })).toBeFocused();
  for (const link of await cityLinks(page).all()) {
    await link.focus();
    await expect(link.locator("text")).toBeVisible();
    expect(await link.evaluate((focused) => getComputedStyle(focused).outlineStyle)).toBe("solid");
  }

  await skip.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#list a").first()).toBeFocused();
});

for (const width of [320, 360, 768, 1440]) {
  test(`no two names overlap on a map at ${width} pixels @no-scripts`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/en/cities");
    await page.evaluate(() => document.fonts.ready);
    const boxes = await maps(page)
      .locator("text:visible")
      .evaluateAll((texts) =>
        texts.map((text) => {
          const { left, right, top, bottom, height } = text.getBoundingClientRect();
          // The letters, not the line that they stand in: it has some room of its own above and
          // below.
          return {
            name: text.textContent,
            left,
            right,
            top: top + height * 0.15,
            bottom: bottom - height * 0.05,
          };
        }),
      );
    expect(boxes.length).toBeGreaterThan(10);
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => [one.name, other.name]),
    );
    expect(overlaps).toEqual([]);
  });
}

test("marks are large enough to be touched @no-scripts", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/en/cities");
  const targets = await cityLinks(page)
    .locator("circle[pointer-events]")
    .evaluateAll((circles) =>
      circles.map((circle) => {
        const { x, y, width, height } = circle.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2, size: Math.min(width, height) };
      }),
    );
  expect(targets.length).toBeGreaterThanOrEqual(26);
  expect(targets.filter(({ size }) => size < 24)).toEqual([]);
});

test("a search for a country shows a map of where its cities are @no-scripts", async ({ page }) => {
  await page.goto("/en/cities?country=ES");
  expect(await addresses(cityLinks(page))).toEqual(["/en/cities/barcelona", "/en/cities/zaragoza"]);
  await expect(maps(page).getByRole("group", { name: "Map with 2 cities" })).toBeVisible();
});
