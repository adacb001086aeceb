import type { Page } from "@playwright/test";
import { findChromium } from "@/bin/checks/find-programs.mjs";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { areScriptsRunning, chooseCity, headings, press } from "@/tests/e2e/support/join-form";
import { launchOptions } from "@/tests/e2e/support/launch-options";

// This browser leaves the mouse alone when a page loads.
test.use({ launchOptions: launchOptions(findChromium()) });

/**
 * Holds the page's scripts back as a slow connection does. Gives what lets them come, and which
 * were asked for.
 */
async function slowScripts(page: Page) {
  const { promise: arrival, resolve: arrive }: PromiseWithResolvers<void> = Promise.withResolvers();
  const asked: string[] = [];
  await page.route("**/_next/static/**/*.js", async (route) => {
    asked.push(route.request().url());
    await arrival;
    await route.continue();
  });
  return { asked, arrive };
}

test("who only reads fetches no script; who begins to fill in the form does @scripts", async ({
  page,
}) => {
  const { asked, arrive } = await slowScripts(page);
  arrive();
  await page.goto("/en/join", { waitUntil: "networkidle" });
  await page.mouse.wheel(0, 400);
  expect(asked).toEqual([]);
  await page.getByLabel("Name of the city").focus();
  await areScriptsRunning(page);
  expect(asked).not.toEqual([]);
});

test("a name that is typed before the scripts have come stays, and suggestions follow @scripts", async ({
  page,
}) => {
  const { arrive } = await slowScripts(page);
  await page.goto("/en/join");
  await page.getByLabel("Name of the city").pressSequentially("Dinan");
  arrive();
  await areScriptsRunning(page);
  await expect(page.getByLabel("Name of the city")).toHaveValue("Dinan");
  await expect(page.getByLabel("Name of the city")).toBeFocused();
  await page.keyboard.type("t");
  await page.getByRole("option", { name: /^Dinant,? Wallonia, Belgium$/ }).click();
  await press(page, "Continue", headings.contact);
});

test("suggestions come for what was typed already, without another key @scripts", async ({
  page,
}) => {
  const { arrive } = await slowScripts(page);
  await page.goto("/en/join");
  await page.getByLabel("Name of the city").pressSequentially("Dinant");
  arrive();
  await page.getByRole("option", { name: /^Dinant,? Wallonia, Belgium$/ }).click();
  await expect(page.getByLabel("Name of the city")).toHaveValue("Dinant, Wallonia, Belgium");
});

test("the form works before the scripts have come; when they do, nobody who types is interrupted @scripts", async ({
  page,
}) => {
  const { arrive } = await slowScripts(page);
  await page.goto("/en/join");
  await chooseCity(page, false, {
    typed: "Dinant",
    name: "Dinant",
    whereabouts: "Wallonia, Belgium",
  });
  await press(page, "Continue", headings.contact);
  await page.getByLabel("Your name").pressSequentially("The Digital Officer");
  await page.getByLabel("Your work email address").pressSequentially("officer@stad");
  arrive();
  await areScriptsRunning(page);
  await expect(page.getByLabel("Your work email address")).toBeFocused();
  await expect(page.getByLabel("Your work email address")).toHaveValue("officer@stad");
  await expect(page.getByLabel("Your name")).toHaveValue("The Digital Officer");

  await page.keyboard.press("Tab");
  await expect(page.getByText("Enter an email address in the form")).toBeVisible();
});

test("who corrects an error already when the scripts come goes on @scripts", async ({ page }) => {
  const { arrive } = await slowScripts(page);
  await page.goto("/en/join");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByLabel("Name of the city").pressSequentially("Dinant");
  arrive();
  await areScriptsRunning(page);
  await expect(page.getByLabel("Name of the city")).toBeFocused();
  await page.getByRole("option", { name: /^Dinant,? Wallonia, Belgium$/ }).click();
});
