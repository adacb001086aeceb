import type { Page } from "@playwright/test";

/** What makes the page wider than the screen, is cut off, or lies on other text. */
export function checkReflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const findings: string[] = [];
    const root = document.documentElement;
    const elements = [...document.body.querySelectorAll("*")].filter(probe.isSeen);
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));

    for (const element of elements) {
      const { left, right } = element.getBoundingClientRect();
      const sticksOut = left < -1 || right > root.clientWidth + 1;
      if (sticksOut && !scrolls(element.parentElement))
        findings.push(`sticks out at the side: ${probe.nameOf(element)}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
      // What is typed may be longer than its field.
      if (cuts && element.clientWidth > 0 && !element.matches("input, textarea, select, svg *"))
        findings.push(`is cut off: ${probe.nameOf(element)}`);
    }
    if (root.scrollWidth > root.clientWidth)
      findings.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`);
    return [...findings, ...overlaps()];

    function overlaps(): string[] {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      // What unfolds over the page, such as suggestions, lies on it by design.
      const passedOver = "svg, option, [role=listbox]";
      const lines: { parent: Element; box: DOMRect }[] = [];
      const range = document.createRange();
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (
          !parent ||
          !walker.currentNode.textContent?.trim() ||
          !probe.isSeen(parent) ||
          parent.closest(passedOver)
        )
          continue;
        range.selectNodeContents(walker.currentNode);
        for (const box of range.getClientRects()) lines.push({ parent, box });
      }
      // The box of a line is higher than its letters, by about a fifth on either side.
      const cover = (one: DOMRect, other: DOMRect) => {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height =
          Math.min(one.bottom - one.height / 5, other.bottom - other.height / 5) -
          Math.max(one.top + one.height / 5, other.top + other.height / 5);
        return width > 2 && height > 2;
      };
      // From the top down, only what begins before a line ends can lie on it.
      lines.sort((one, other) => one.box.top - other.box.top);
      const found: string[] = [];
      lines.forEach(({ parent, box }, index) => {
        for (const other of lines.slice(index + 1)) {
          if (other.box.top > box.bottom) break;
          if (other.parent !== parent && cover(box, other.box))
            found.push(
              `lies on other text: ${probe.nameOf(parent)} and ${probe.nameOf(other.parent)}`,
            );
        }
      });
      return found;
    }
  });
}

/**
 * Spaces text as a reader may (WCAG 1.4.12). A sheet made by script is not the page's: its policy
 * lets it pass.
 */
export async function spaceOutText(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    await sheet.replace(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

export const resetText = (page: Page): Promise<void> =>
  page.evaluate(() => void (document.adoptedStyleSheets = []));
