import type { Page } from "@playwright/test";
import { checklistAreas } from "@/lib/applications/fields";
import { expect, test } from "@/tests/e2e/support/fixtures";
import {
  areScriptsRunning,
  chooseCity,
  fillChecklist,
  fillContact,
  fillForm,
  fillMandate,
  submitForm,
  headings,
  press,
  type City,
} from "@/tests/e2e/support/join-form";

// The browser's own ways through the form: reload, back and forward.

const withScripts = () => test.info().project.name === "scripts";
const flemish = (name: string): City => ({ typed: name, name, whereabouts: "Flanders, Belgium" });
const city = () => flemish(withScripts() ? "Ronse" : "Lier");

const isAt = (page: Page, stage: keyof typeof headings) =>
  expect(page.getByRole("heading", { level: 1, name: headings[stage] })).toBeVisible();

async function reloadAt(page: Page, stage: keyof typeof headings): Promise<void> {
  await page.reload();
  await isAt(page, stage);
  if (withScripts()) await areScriptsRunning(page);
}

test("each step survives a reload with the answers before it", async ({ page }) => {
  await page.goto("/en/join");
  await chooseCity(page, withScripts(), city());
  await press(page, "Continue", headings.contact);
  await reloadAt(page, "contact");
  await fillContact(page, "digital.officer@stad.example");
  await press(page, "Continue", headings.mandate);
  await reloadAt(page, "mandate");
  await fillMandate(page);
  await press(page, "Continue", headings.checklist);
  await reloadAt(page, "checklist");
  await fillChecklist(page);
  await press(page, "Continue", headings.check);
  await reloadAt(page, "check");
  await expect(page.getByText(`${city().name}, Flanders, Belgium`)).toBeVisible();
  await expect(page.getByText("digital.officer@stad.example")).toBeVisible();
  await expect(
    page.getByText("Every library lends laptops and teaches how to use them."),
  ).toHaveCount(checklistAreas.length);
  await expect(page.getByLabel(/I agree/)).not.toBeChecked();
});

test("the browser's back button leads through the steps, and what was typed in them is still there", async ({
  page,
}) => {
  await fillForm(page, withScripts(), flemish(withScripts() ? "Diest" : "Tienen"));
  await page.goBack();
  await isAt(page, "checklist");
  await expect(page.locator('textarea[name="principle_3-description"]')).toHaveValue(
    /Every library/,
  );
  await page.goBack();
  await isAt(page, "mandate");
  await expect(page.getByLabel("Their title")).toHaveValue("Mayor");
  await page.goBack();
  await isAt(page, "contact");
  await page.goForward();
  await isAt(page, "mandate");
  await page.goForward();
  await page.goForward();
  await isAt(page, "check");
});

test("what was typed in a step and not sent yet survives a reload, and so does the way back from there @scripts", async ({
  page,
}) => {
  await fillForm(page, true, flemish("Izegem"));
  await page.goBack();
  await page
    .locator('textarea[name="process-description"]')
    .fill("The council will report every year.");
  await reloadAt(page, "checklist");
  await expect(page.locator('textarea[name="process-description"]')).toHaveValue(
    "The council will report every year.",
  );
  await page.goBack();
  await expect(page.getByLabel("Their title")).toHaveValue("Mayor");
});

test("who leaves the form and comes back goes on; who clears it begins anew @scripts", async ({
  page,
}) => {
  await page.goto("/en/join");
  await chooseCity(page, true, flemish("Ninove"));
  await press(page, "Continue", headings.contact);
  await page.getByLabel("Your name").fill("The Digital Officer");
  await page.goto("/en/joining");
  await page.goto("/en/join");
  await isAt(page, "contact");
  await expect(page.getByLabel("Your name")).toHaveValue("The Digital Officer");
  await page.getByRole("link", { name: "Clear the form and start again" }).click();
  await expect(page.getByLabel("Name of the city")).toHaveValue("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("nothing stays in the browser once the application is submitted @scripts", async ({
  page,
}) => {
  await fillForm(page, true, flemish("Geel"));
  expect(await page.evaluate(() => sessionStorage.getItem("join-draft"))).toContain(
    "The Digital Officer",
  );
  await submitForm(page);
  expect(
    await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie]),
  ).toEqual([0, 0, ""]);
  await page.goto("/en/join");
  await expect(page.getByLabel("Name of the city")).toHaveValue("");
});
