import type { Page } from "@playwright/test";
import { audit } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { expect, test } from "@/tests/e2e/support/fixtures";
import {
  areScriptsRunning,
  chooseCity,
  fillChecklist,
  fillContact,
  fillMandate,
  headings,
  press,
  type City,
} from "@/tests/e2e/support/join-form";

// The join form in every way that it is read and filled in: each step, with errors too, with
// scripts and without.

test.slow();

/**
 * Goes through the form and looks at each step twice: as it comes, and after it was sent without
 * answers.
 */
async function auditJoinForm(page: Page, hasScripts: boolean, city: City): Promise<string[]> {
  const findings: string[] = [];
  const look = async (step: string) =>
    void findings.push(...(await audit(page)).map((finding) => `${step}: ${finding}`));
  const lookTwice = async (step: string, send: string) => {
    // Only choosing a city looks otherwise without scripts.
    const isNew = hasScripts || step === "city";
    if (isNew) await look(step);
    await page.getByRole("button", { name: send }).click();
    await expectErrorSummary(page);
    if (isNew) await look(`${step} with errors`);
  };

  await page.goto("/en/join");
  // They come when the form is entered, and shall not in the middle of a look.
  if (hasScripts) {
    await page.getByLabel("Name of the city").focus();
    await areScriptsRunning(page);
  }
  await lookTwice("city", "Continue");
  await chooseCity(page, hasScripts, city);
  if (!hasScripts) await look("cities found");
  await press(page, "Continue", headings.contact);
  await lookTwice("contact", "Continue");
  await fillContact(page, `digital.officer@${city.name.toLowerCase()}.example`);
  await press(page, "Continue", headings.mandate);
  await lookTwice("mandate", "Continue");
  await fillMandate(page);
  await press(page, "Continue", headings.checklist);
  await lookTwice("checklist", "Continue");
  await fillChecklist(page);
  await press(page, "Continue", headings.check);
  await lookTwice("check", "Submit application");
  return findings;
}

test("equal access: each step of the join form, with scripts @scripts", async ({ page }) => {
  expect(
    await auditJoinForm(page, true, {
      typed: "Genk",
      name: "Genk",
      whereabouts: "Flanders, Belgium",
    }),
  ).toEqual([]);
});

test("equal access: the suggestions of the join form @scripts", async ({ page }) => {
  await page.goto("/en/join");
  await page.getByLabel("Name of the city").pressSequentially("Namur");
  await expect(page.getByRole("option", { name: /^Namur/ }).first()).toBeVisible();
  // They fold up when the focus leaves them.
  expect(await audit(page, { walks: false })).toEqual([]);
});

test.describe("where scripts do not arrive", () => {
  test.use({ expectedFailures: /_next\/static/ });

  test("equal access: each step of the join form, without scripts @scripts", async ({ page }) => {
    // With scripts switched off in the browser, axe could not run either.
    await page.route("**/_next/static/**/*.js", (route) => route.abort());
    expect(
      await auditJoinForm(page, false, {
        typed: "Genk",
        name: "Genk",
        whereabouts: "Flanders, Belgium",
      }),
    ).toEqual([]);
  });
});
