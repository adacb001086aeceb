"use client";

import { useEffect, useRef, type RefObject } from "react";
import { useScripts } from "@/components/ui/use-scripts";

/**
 * Gives an element the focus when it is due, and again with each new cause. Not in a page as the
 * server sent it: there autofocus has served, and whoever types already when the scripts come is
 * not to be interrupted.
 */
export function useFocus(
  element: RefObject<HTMLElement | null>,
  isDue: boolean,
  cause?: unknown,
  otherCause?: unknown,
): void {
  const hasScripts = useScripts();
  const isServed = useRef(!hasScripts);
  useEffect(() => {
    if (isDue && !isServed.current) element.current?.focus();
    isServed.current = false;
  }, [element, isDue, cause, otherCause]);
}
