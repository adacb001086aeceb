/** What the checks ask of a page again and again, from inside it. */
type Probe = {
  /** How a finding names an element: enough to find it, no more. */
  nameOf: (element: Element) => string;
  /** Neither hidden, nor there for screen readers alone, nor folded away. */
  isSeen: (element: Element) => boolean;
};

declare global {
  var probe: Probe;
}

/** Runs in the page. */
export function installProbe(): void {
  // By what it does: the classes of a page have other names than in the sources.
  const isForScreenReaders = (element: Element | null): boolean => {
    if (element === null) return false;
    // For as long as a check runs, nothing changes: each element is asked about once.
    if (known.size === 0) queueMicrotask(() => known.clear());
    const is =
      known.get(element) ??
      (getComputedStyle(element).clipPath === "inset(50%)" ||
        isForScreenReaders(element.parentElement));
    known.set(element, is);
    return is;
  };
  const known = new Map<Element, boolean>();
  globalThis.probe = {
    nameOf: (element) => {
      const own = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`;
      const parent = element.parentElement?.closest("[id]");
      const text = `${element.textContent} ${element.getAttribute("name") ?? ""}`
        .trim()
        .replace(/\s+/g, " ")
        .slice(0, 40);
      return `${parent ? `#${parent.id} ` : ""}${own} “${text}”`;
    },
    isSeen: (element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > 1 &&
        height > 1 &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !isForScreenReaders(element)
      );
    },
  };
}
