import { expect, test } from "@/tests/e2e/support/fixtures";

test("a page whose link a reader points at is there before it is asked for @scripts", async ({
  page,
}) => {
  await page.goto("/en/contact");
  const link = page.getByRole("contentinfo").getByRole("link", { name: "Privacy", exact: true });
  const early = page.waitForRequest(
    async (request) => (await request.allHeaders())["sec-purpose"] === "prefetch",
  );
  await link.hover();
  await early;
  await link.click();
  await expect(page).toHaveURL(/\/en\/privacy$/);
  const [how] = await page.evaluate(() =>
    performance.getEntriesByType("navigation").map((entry) => entry.toJSON() as object),
  );
  expect(how).toMatchObject({ deliveryType: "navigational-prefetch" });
});
