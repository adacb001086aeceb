import type { Page } from "@playwright/test";
import { expect } from "@/tests/e2e/support/fixtures";

/**
 * After a form was refused: the summary has the focus, and each of its links leads to the field
 * that says the same.
 */
export async function expectErrorSummary(page: Page): Promise<void> {
  const summary = page
    .getByRole("alert")
    .filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
  await expect(summary).toBeFocused();
  const links = await summary.getByRole("link").all();
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const message = (await link.textContent()) ?? "";
    const field = page.locator((await link.getAttribute("href")) ?? "");
    await link.click();
    await expect(field).toBeFocused();
    // The parts of a date and the buttons of a choice are described as a group.
    const isDescribed = (await field.getAttribute("aria-describedby")) !== null;
    const described = isDescribed ? field : page.locator("fieldset").filter({ has: field }).last();
    // A choice is wrong as a whole, never one of its buttons.
    if ((await field.getAttribute("type")) === "radio")
      await expect(described).toHaveAttribute("aria-invalid", "true");
    const error = await described.evaluate(lastDescription);
    expect(error).not.toBe("");
    // The summary may say before it in which part of the form it is.
    expect(message).toContain(error);
  }
}

/** Runs in the page: what describes an element last, which is its error. */
function lastDescription(element: Element): string {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
  return document.getElementById(ids.at(-1) ?? "")?.textContent ?? "";
}
