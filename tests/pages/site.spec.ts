import { expect, test } from "@/tests/e2e/support/fixtures";

test("the home page names the coalition @no-scripts", async ({ page }) => {
  const response = await page.goto("/en");

  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Cities Coalition for Digital Rights/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the address without a language leads to one @no-scripts", async ({ page }) => {
  await page.goto("/");

  await expect(page).toHaveURL(/\/en$/);
});

test.describe("an address without a page", () => {
  test.use({ expectedFailures: /404/ });

  for (const address of ["/en/no-such-page-here", "/nothing/here"]) {
    test(`is really not found: ${address} @no-scripts`, async ({ page }) => {
      const response = await page.goto(address);

      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
});
