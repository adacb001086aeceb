import { expect, type Page } from "@playwright/test";
import { checklistAreas } from "@/lib/applications/fields";

/** Presses a button that leads to another step, and waits for the step's heading. */
export async function press(page: Page, button: string, heading: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/**
 * Waits until the page's scripts have taken the form over: React marks the elements that it knows.
 */
export const areScriptsRunning = (page: Page) =>
  expect
    .poll(() =>
      page
        .locator("form [name=stage]")
        .evaluate((field) => Object.keys(field).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);

export const headings = {
  contact: "Who are you?",
  mandate: "The city’s decision",
  checklist: "What does the city do for digital rights?",
  check: "Check your answers",
};

/** A city as it is typed, and as the form then names it. */
export type City = { typed: string; name: string; whereabouts: string };

/** Chooses a city as the browser lets one: from suggestions, or by a search and a list. */
export async function chooseCity(page: Page, hasScripts: boolean, city: City): Promise<void> {
  const { typed } = city;
  const name = page.getByLabel("Name of the city");
  // In between may stand, in brackets, the name that was typed.
  const place = new RegExp(`^${city.name}( \\([^)]*\\))?,? ${city.whereabouts}$`);
  if (!hasScripts) {
    await name.fill(typed);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    return page.getByRole("radio", { name: place }).check();
  }
  await name.fill("");
  await name.pressSequentially(typed);
  await page.getByRole("option", { name: place }).click();
}

export const emailOf = (city: City) => `digital.officer@${city.name.toLowerCase()}.example`;

export async function fillContact(page: Page, email: string): Promise<void> {
  await page.getByLabel("Your name").fill("The Digital Officer");
  await page.getByLabel("Your role at the city").fill("Digital policy officer");
  await page.getByLabel("Your work email address").fill(email);
}

export async function fillMandate(page: Page): Promise<void> {
  await page.getByLabel("Who decided", { exact: true }).fill("City council");
  await page.getByLabel("Day").fill("19");
  await page.getByLabel("Month").fill("10");
  await page.getByLabel("Year").fill("2026");
  await page.getByLabel("Name of the person who signs for the city").fill("The Mayor");
  await page.getByLabel("Their title").fill("Mayor");
  await page.getByLabel("The link will follow").check();
}

export async function fillChecklist(page: Page): Promise<void> {
  for (const area of checklistAreas) {
    await page.locator(`input[name="${area}-status"][value="in_place"]`).check();
    await page
      .locator(`textarea[name="${area}-description"]`)
      .fill("Every library lends laptops and teaches how to use them.");
  }
}

/** From the first step to the last, where everything is to be checked. */
export async function fillForm(page: Page, hasScripts: boolean, city: City): Promise<void> {
  await page.goto("/en/join");
  await chooseCity(page, hasScripts, city);
  await press(page, "Continue", headings.contact);
  await fillContact(page, emailOf(city));
  await press(page, "Continue", headings.mandate);
  await fillMandate(page);
  await press(page, "Continue", headings.checklist);
  await fillChecklist(page);
  await press(page, "Continue", headings.check);
}

/** Consents and submits. Gives the reference number. */
export async function submitForm(page: Page): Promise<string> {
  await page.getByLabel(/I agree/).check();
  await press(page, "Submit application", "One more step: confirm your email address");
  return (await page.getByText(/^CC-/).textContent()) ?? "";
}
