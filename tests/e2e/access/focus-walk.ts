import type { Page } from "@playwright/test";
import { installLook, type Stop } from "@/tests/e2e/access/focus-stop";

declare global {
  var passed: Stop[];
}

/**
 * Goes through the page by Tab from its top. Every stop must come in the order of the page, be in
 * sight, lie under nothing, and show that it has the focus; none may be missing.
 */
export async function walkFocus(page: Page): Promise<string[]> {
  await page.evaluate(installLook);
  const { count, presses } = await page.evaluate(beginAtTop);
  // All at once: waiting for each would take ten times as long.
  await Promise.all(Array.from({ length: presses }, () => page.keyboard.press("Tab")));
  const [, ...passed] = await page.evaluate(() => globalThis.passed);

  const end = passed.findIndex((stop, press) => !stop || (press > 0 && stop.index === 0));
  const way = passed.slice(0, end < 0 ? undefined : end).filter((stop) => stop !== null);
  const reached = way
    .map(({ index }) => index)
    .filter((index, press, all) => index !== all[press - 1]);
  const findings = way.flatMap((stop) => stop.findings);
  if (reached.join() !== Array.from({ length: count }, (_, index) => index).join())
    findings.push(`the keyboard goes ${reached.join(" ")} of ${count} stops`);
  return findings;
}

/**
 * Runs in the page: puts the focus before everything, notes what can take it, and has each stop
 * looked at. Gives how many stops there are, and how many presses lead round them.
 */
function beginAtTop(): { count: number; presses: number } {
  window.scrollTo(0, 0);
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, iframe, [tabindex]",
  );
  const canStop = (element: HTMLElement) =>
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [inert] *") &&
    element.checkVisibility({ visibilityProperty: true });
  const isInnerRadio = (element: HTMLElement) => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return false;
    const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
    return element !== (group.find(({ checked }) => checked) ?? group[0]);
  };
  globalThis.stops = [...all].filter((element) => canStop(element) && !isInnerRadio(element));
  globalThis.passed = [];
  // Each press sees where the one before it has led.
  document.onkeydown = () => globalThis.passed.push(lookAtStop());
  // A date has four stops in one field, with its time of day seven.
  const within = (type: string) =>
    (globalThis.stops ?? []).filter((element) => element.matches(`input[type=${type}]`)).length;
  return {
    count: globalThis.stops.length,
    presses: globalThis.stops.length + 3 * within("date") + 6 * within("datetime-local") + 2,
  };
}
