import { expect, test } from "@/tests/e2e/support/fixtures";

// None of these pages has scripts, so that one browser is enough: one that would not run any.

const ways = [
  {
    name: "For residents",
    address: "/en/endorse/ask",
    heading: "Ask my city to join",
    next: "Search",
  },
  { name: "For cities", address: "/en/joining", heading: "How to join", next: "Apply" },
];

for (const width of [320, 1024, 1440]) {
  test(`the navigation has a way in for residents and one for cities, at ${width} pixels @no-scripts`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const { name, address, heading, next } of ways) {
      await page.goto("/en");
      const menu = page.getByRole("button", { name: "Menu" });
      if (await menu.isVisible()) await menu.click();
      const navigation = page.getByRole("navigation", { name: "Main" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await navigation.getByRole("link", { name }).click();
      await expect(page).toHaveURL(address);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expect(page.getByRole("main").getByText(next, { exact: true }).first()).toBeVisible();
      const marked = page.getByRole("navigation", { name: "Main", includeHidden: true });
      await expect(marked.locator(`a[href='${address}']`)).toHaveAttribute("aria-current", "page");
    }
  });
}

test("a search for a city that has not signed leads to its form @no-scripts", async ({ page }) => {
  await page.goto("/en/cities");
  await page.getByLabel("Name").fill("mechelen");
  await page.getByRole("button", { name: "Show cities" }).click();
  await expect(page.getByRole("heading", { name: "No cities found" })).toBeVisible();
  await page.getByRole("link", { name: "Ask Mechelen to join Flanders, Belgium" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask Mechelen to join" })).toBeVisible();
  await expect(page.getByText("I live in Mechelen. I ask my city council to join")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask Mechelen to join" })).toBeVisible();
});

test("a search that finds a member leads to others of its name too @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/cities?query=portland");
  // Another test may have put a namesake on the list; then both stand on a map, too.
  const portland = page.getByRole("main").locator('a[href="/en/cities/portland"]');
  await expect(portland.first()).toBeVisible();
  await page
    .getByRole("link", { name: "Looking for another place called “portland”? Ask it to join" })
    .click();
  await page.getByRole("link", { name: "Portland Maine, United States" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask Portland to join" })).toBeVisible();
});

test("a search for what is no place offers the page with both doors @no-scripts", async ({
  page,
}) => {
  await page.goto("/en/cities?query=atlantis%20of%20nowhere");
  await expect(page.getByText("No member city fits your search.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Endorse my city" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Endorse my city" })).toBeVisible();
});
