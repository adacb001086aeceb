import { expect, test } from "@/tests/e2e/support/fixtures";
import { chooseCity, headings, press } from "@/tests/e2e/support/join-form";

test.use({ expectedFailures: /503|unexpected response/ });

test("when the site is too busy for the form's script, the answers are still there on the next try @scripts", async ({
  page,
}) => {
  await page.goto("/en/join");
  await chooseCity(page, true, {
    typed: "Dinant",
    name: "Dinant",
    whereabouts: "Wallonia, Belgium",
  });
  await press(page, "Continue", headings.contact);
  await page.getByLabel("Your name").fill("The Digital Officer");

  const busy = {
    status: 503,
    headers: { "retry-after": "5" },
    contentType: "application/problem+json",
    body: "{}",
  };
  await page.route("**/en/join*", (route) => route.fulfill(busy), { times: 1 });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Try again" }).click();

  await expect(page.getByRole("heading", { level: 1, name: headings.contact })).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("The Digital Officer");
});
