import type { Page } from "@playwright/test";

/**
 * What is smaller to a finger than 24 by 24 pixels (WCAG 2.5.8). Links in running text are
 * excepted, as the rule has it. A smaller thing with space around it would pass the rule; here it
 * does not.
 */
export function checkTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [role=option]",
      ),
    ];
    return targets
      .filter(
        (target) =>
          probe.isSeen(target) &&
          !target.closest("[aria-hidden=true], svg") &&
          !isInText(target) &&
          isSmall(target),
      )
      .map((target) => `is a small target: ${probe.nameOf(target)}`);

    function isSmall(target: Element): boolean {
      // A link on a card may spread over all of it.
      const isSpread = getComputedStyle(target, "::after").position === "absolute";
      const area =
        target.closest("label") ??
        (isSpread ? target.closest("section, li, article, p") : target) ??
        target;
      const { width, height } = area.getBoundingClientRect();
      return width < 23.9 || height < 23.9;
    }

    function isInText(target: Element): boolean {
      if (getComputedStyle(target).display !== "inline") return false;
      const block = target.closest(
        "p, li, dd, dt, td, th, figcaption, label, legend, h1, h2, h3, h4, span",
      );
      return (block?.textContent.trim().length ?? 0) > target.textContent.trim().length;
    }
  });
}
