import type { Page } from "@playwright/test";

/** What still moves, or would, for a visitor who wants nothing to move. */
export function checkMotion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document
      .getAnimations()
      .map(
        (animation) =>
          `is moving: ${animation.effect instanceof KeyframeEffect && animation.effect.target ? probe.nameOf(animation.effect.target) : animation.id}`,
      );
    const would = [...document.querySelectorAll("*")].filter((element) => {
      const { transitionProperty, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return (
        scrollBehavior === "smooth" ||
        (transitionProperty !== "none" &&
          transitionDuration.split(",").some((duration) => parseFloat(duration) > 0.01))
      );
    });
    return [...running, ...would.map((element) => `would move: ${probe.nameOf(element)}`)];
  });
}
