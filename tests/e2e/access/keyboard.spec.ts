import type { Locator, Page } from "@playwright/test";
import { installLook } from "@/tests/e2e/access/focus-stop";
import { installProbe } from "@/tests/e2e/access/probe";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, openSignInMail } from "@/tests/e2e/support/staff";
import { submitConfirmed } from "@/tests/support/applications/review";

// Whole ways by keyboard alone. The join form's own is beside its other tests.

/** Presses Tab until an element has the focus, and sees the focus at every stop on the way. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await page.evaluate(installProbe);
  await page.evaluate(installLook);
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => lookAtStop());
    expect(stop?.findings).toEqual([]);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${wanted.toString()}.`);
}

async function pressAt(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

test("a resident goes from the home page over the cities to their own, and asks it to sign, by keyboard alone @no-scripts", async ({
  page,
}) => {
  await page.goto("/en");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await pressAt(
    page,
    page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Cities", exact: true }),
  );
  await expect(page).toHaveURL(/\/en\/cities$/);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await pressAt(
    page,
    page.getByRole("main").getByRole("link", { name: "Amsterdam", exact: true }).first(),
  );
  await expect(heading(page, "Amsterdam")).toBeVisible();

  await pressAt(
    page,
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Endorse my city" }),
  );
  await expect(page).toHaveURL(/\/en\/endorse$/);
  await tabTo(page, page.getByRole("main").getByRole("link").first());
});

test("the open menu lies on nothing that the keyboard comes to after it @no-scripts", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/en/cities");
  const menu = page.getByRole("navigation", { name: "Main" });
  await pressAt(page, page.getByRole("button", { name: "Menu" }));
  await expect(menu).toBeVisible();
  await tabTo(page, page.getByLabel("Name", { exact: true }));
  // Back among its links, it is there again.
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+Tab");
  await expect(menu).toBeVisible();
});

const aarhus = 2624652;

test("a reviewer signs in, opens an application and declines it, by keyboard alone @scripts", async ({
  page,
}) => {
  const id = await submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId: aarhus,
    contactEmail: "digital.officer@aarhus.example",
  });
  await page.goto(await openSignInMail(page, await hire("has.no.mouse")));
  await pressAt(page, page.getByRole("button", { name: "Continue" }));
  await expect(heading(page, "Overview")).toBeVisible();
  await pressAt(page, page.getByRole("link", { name: "Go to the queue" }));
  await expect(heading(page, "Applications")).toBeVisible();

  await pressAt(page, page.getByRole("link", { name: "Aarhus", exact: true }));
  await expect(page).toHaveURL(new RegExp(id));
  await pressAt(page, page.locator("summary", { hasText: "Decline" }));
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.type("Could");
  await tabTo(page, page.locator("#decline-message"));
  await page.keyboard.type("We called the city: nobody knew of it.");
  await pressAt(page, page.getByRole("button", { name: "Preview the email" }));
  await expect(page.getByRole("heading", { name: "The email" })).toBeFocused();
  await pressAt(page, page.getByRole("button", { name: "Decline and tell the applicant" }));
  await expect(page.getByRole("status").filter({ hasText: "Declined" })).toBeVisible();
});
