import { executableScripts } from "@/tests/e2e/support/executable-scripts";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { emailOf, fillForm, submitForm, press } from "@/tests/e2e/support/join-form";
import { waitForMail } from "@/tests/support/mail/mailbox";

test("the page behind a mail's link has no script, cookie or memory either, also when its forms are posted @scripts", async ({
  page,
  context,
  request,
}) => {
  const portland = { typed: "Portland", name: "Portland", whereabouts: "Maine, United States" };
  await fillForm(page, true, portland);
  await submitForm(page);
  const { links } = await waitForMail(emailOf(portland), /Confirm/);
  const address = links.find((link) => link.includes("/applications/")) ?? "";

  await page.goto(address);
  await expect(executableScripts(page)).toHaveCount(0);
  await press(page, "Confirm and begin the review", "Your application is waiting for review");
  await expect(executableScripts(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Correct the answers" }).click();
  await page.getByLabel("Your name").fill("");
  await page.getByRole("button", { name: "Save the answers" }).click();
  await expect(page.getByRole("link", { name: "Enter your name" })).toBeVisible();
  await expect(executableScripts(page)).toHaveCount(0);

  const { "cache-control": cacheControl, "cache-status": cacheStatus } = (
    await request.get(address)
  ).headers();
  expect({ cacheControl, cacheStatus }).toEqual({
    cacheControl: "private, no-store",
    cacheStatus: undefined,
  });
  expect(await context.cookies()).toEqual([]);
});
