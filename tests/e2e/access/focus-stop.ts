/**
 * A stop of the keyboard: which of `stops` it is, and what is wrong with it. Null past the end of
 * the page.
 */
export type Stop = { index: number; findings: string[] } | null;

declare global {
  /** What can take the focus, in the order of the page. */
  var stops: HTMLElement[] | undefined;
  var lookAtStop: () => Stop;
}

/** Runs in the page, beside the probe. */
export function installLook(): void {
  let last: Element | undefined;
  const luminances = new Map<string, number>();

  globalThis.lookAtStop = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const findings: string[] = [];
    const [box] = element.getClientRects();
    if (!box) return { index: -1, findings: [`has the focus unseen: ${probe.nameOf(element)}`] };

    // Of something high, a part is enough; of something small, all.
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const isInSight =
      bottom - top >= Math.min(box.height - 1, 24) && right - left >= Math.min(box.width - 1, 24);
    if (!isInSight) findings.push(`has the focus out of sight: ${probe.nameOf(element)}`);
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (isInSight && above && !element.contains(above) && !above.contains(element))
      findings.push(`has the focus under ${probe.nameOf(above)}: ${probe.nameOf(element)}`);

    if (!showsFocus(element)) findings.push(`does not show the focus: ${probe.nameOf(element)}`);
    if (goesBack(box)) findings.push(`comes after what is below it: ${probe.nameOf(element)}`);
    last = element;
    return { index: (globalThis.stops ?? []).indexOf(element as HTMLElement), findings };
  };

  /** An outline of 2 pixels or more that stands out of what is behind it by 3 to 1. */
  function showsFocus(focused: Element): boolean {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return false;
    const [brighter = 0, darker = 0] = [
      luminance(outlineColor),
      luminance(groundOf(focused.parentElement)),
    ].sort((one, other) => other - one);
    return (brighter + 0.05) / (darker + 0.05) >= 3;
  }

  function groundOf(behind: Element | null): string {
    if (!behind) return "white";
    const { backgroundColor } = getComputedStyle(behind);
    return /^rgba\(.*, 0\)$|transparent/.test(backgroundColor)
      ? groundOf(behind.parentElement)
      : backgroundColor;
  }

  /** Relative luminance as WCAG defines it, of any colour that CSS can name. */
  function luminance(color: string): number {
    const known = luminances.get(color) ?? measureLuminance(color);
    luminances.set(color, known);
    return known;
  }

  function measureLuminance(color: string): number {
    const brush = new OffscreenCanvas(1, 1).getContext("2d");
    if (!brush) return NaN;
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...brush.getImageData(0, 0, 1, 1).data].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** Up is only to the head of the next column. Places on a map lie as they lie. */
  function goesBack(here: DOMRect): boolean {
    const before = last?.getBoundingClientRect();
    if (!before || here.bottom > before.top || last?.closest("svg")) return false;
    return getComputedStyle(document.documentElement).direction === "rtl"
      ? here.right > before.left
      : here.left < before.right;
  }
}
