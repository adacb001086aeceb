import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

/** Less than half of what the package gives as its source: each page gets it anew. */
const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

// Everything up to level AA, and what axe calls best practice; none of these rules is left out.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Puts axe into the page. The page's own policy does not stand in the way of a test. */
export async function installAxe(page: Page): Promise<void> {
  await page.evaluate(source);
  // Axe asks for the fill of a text before its colour, and Chromium tells the fill as it was before
  // colours were forced. No page sets a fill.
  await page.evaluate(() => {
    const styles = CSSStyleDeclaration.prototype;
    const valueOf = Object.getOwnPropertyDescriptor(styles, "getPropertyValue")?.value as (
      this: CSSStyleDeclaration,
      name: string,
    ) => string;
    styles.getPropertyValue = function (name) {
      return name === "-webkit-text-fill-color" ? "" : valueOf.call(this, name);
    };
  });
}

/** The rules whose outcome hangs on colours. All others say the same of a page in each of them. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds in the page as it is now shown. */
export const runAxe = (page: Page): Promise<string[]> => run(page, { type: "tag", values: tags });

/** What axe finds in the colours in which the page is now shown. */
export const runAxeOnColours = (page: Page): Promise<string[]> =>
  run(page, { type: "rule", values: colourRules });

function run(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: rules,
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `axe ${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1]?.trim() ?? ""}`,
      ),
    );
  }, runOnly);
}
