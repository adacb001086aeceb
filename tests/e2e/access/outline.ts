import type { Page } from "@playwright/test";

/** Headings, landmarks and language. `landmarks`: those of which the page has exactly one. */
export function checkOutline(page: Page, landmarks: string[]): Promise<string[]> {
  return page.evaluate((expected) => {
    const findings: string[] = [];
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter(probe.isSeen)
      .map((heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1)
      findings.push("there is not exactly one h1");
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 0) + 1)
        findings.push(`a heading of level ${level} follows one of level ${levels[index - 1] ?? 0}`);
    });

    const scope = "article, aside, main, nav, section";
    const selectors: Record<string, string> = {
      banner: "header",
      main: "main",
      contentinfo: "footer",
    };
    for (const landmark of expected) {
      const found = [...document.querySelectorAll(selectors[landmark] ?? "")].filter(
        (element) => landmark === "main" || !element.closest(scope),
      );
      if (found.length !== 1) findings.push(`${found.length} landmarks are ${landmark}`);
    }
    for (const nav of document.querySelectorAll("nav:not([aria-label], [aria-labelledby])"))
      findings.push(`no label: ${probe.nameOf(nav)}`);

    const { lang, dir } = document.documentElement;
    if (!lang) findings.push("the page does not say its language");
    if (dir && dir !== new Intl.Locale(lang).getTextInfo().direction)
      findings.push(`${lang} does not run ${dir}`);
    return findings;
  }, landmarks);
}
