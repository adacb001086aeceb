import type { Page } from "@playwright/test";
import { installAxe, runAxe, runAxeOnColours } from "@/tests/e2e/access/axe";
import { walkFocus } from "@/tests/e2e/access/focus-walk";
import { validateHtml } from "@/tests/e2e/access/html";
import { checkMotion } from "@/tests/e2e/access/motion";
import { checkOutline } from "@/tests/e2e/access/outline";
import { installProbe } from "@/tests/e2e/access/probe";
import { checkReflow, resetText, spaceOutText } from "@/tests/e2e/access/reflow";
import { checkTargets } from "@/tests/e2e/access/targets";

const wide = { width: 1280, height: 800 };
/** As wide as a small telephone, or a screen of 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 };

type Options = {
  /** What the server sent; without it the document as it now stands is looked at. */
  html?: string;
  /** Landmarks of which there is exactly one. */
  landmarks?: string[];
  /** Whether to go through the page by keyboard. */
  walks?: boolean;
};

const siteLandmarks = ["banner", "main", "contentinfo"];

/**
 * Looks at the open page in every way that people do: on a wide and a narrow screen, light, dark,
 * in forced colours, with text spaced out, from right to left, and by keyboard. Gives what is
 * wrong, each with the way in which it was seen. The page stays as it was.
 */
export async function audit(
  page: Page,
  { html, landmarks = siteLandmarks, walks = true }: Options = {},
): Promise<string[]> {
  const findings = await validateDocument(page, html);
  const note = async (way: string, found: Promise<string[]>) =>
    void findings.push(...(await found).map((finding) => `${way}: ${finding}`));

  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce", forcedColors: "none" });
  await page.evaluate(installProbe);
  await installAxe(page);
  await note("outline", checkOutline(page, landmarks));
  await note("light", runAxe(page));
  await note("still", checkMotion(page));
  await note("wide", checkReflow(page));
  await note("wide", checkTargets(page));
  await page.emulateMedia({ forcedColors: "active" });
  await note("forced colours", runAxeOnColours(page));
  // Two in one: no colour hangs on the direction.
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "none" });
  const direction = await page.evaluate(turnAround);
  await note("dark, right to left", runAxeOnColours(page));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(narrow);
  await note("right to left, 320 px", checkReflow(page));
  await page.evaluate(turnBack, direction);
  await note("320 px", checkReflow(page));
  await note("320 px", checkTargets(page));
  await spaceOutText(page);
  await note("320 px, spaced out", checkReflow(page));
  await page.setViewportSize(wide);
  await note("spaced out", checkReflow(page));
  await resetText(page);
  if (walks) await note("keyboard", walkFocus(page));
  return findings;
}

/**
 * Looks at what can differ between pages that are built alike: their text, and how it fits. The
 * rest is seen on the first of them, by audit().
 */
export async function auditContent(
  page: Page,
  { html, landmarks = siteLandmarks }: Pick<Options, "html" | "landmarks"> = {},
): Promise<string[]> {
  const findings = await validateDocument(page, html);
  const note = async (way: string, found: Promise<string[]>) =>
    void findings.push(...(await found).map((finding) => `${way}: ${finding}`));

  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce", forcedColors: "none" });
  await page.evaluate(installProbe);
  await installAxe(page);
  await note("outline", checkOutline(page, landmarks));
  await note("light", runAxe(page));
  await note("wide", checkReflow(page));
  await page.setViewportSize(narrow);
  await note("320 px", checkReflow(page));
  await note("320 px", checkTargets(page));
  return findings;
}

const validateDocument = async (page: Page, html?: string): Promise<string[]> =>
  validateHtml(html ?? (await page.content()), new URL(page.url()).pathname.startsWith("/admin"));

/** Runs in the page, as does the next one. Gives the direction that it had. */
function turnAround(): string | null {
  const direction = document.documentElement.getAttribute("dir");
  document.documentElement.dir = "rtl";
  return direction;
}

function turnBack(direction: string | null): void {
  if (direction) document.documentElement.dir = direction;
  else document.documentElement.removeAttribute("dir");
}
