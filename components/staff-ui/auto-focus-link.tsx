"use client";

import { useRef, type ReactNode } from "react";
import { useFocus } from "@/components/ui/use-focus";

type Props = { id: string; href: string; describedBy: string; children: ReactNode };

/**
 * A link that has the focus when its page appears: by the fragment of its address, by autofocus, or
 * where scripts show the page, by them.
 */
export function AutoFocusLink({ id, href, describedBy, children }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useFocus(link, true);
  return (
    <a
      ref={link}
      id={id}
      href={href}
      aria-describedby={describedBy}
      autoFocus
      className="py-1 font-bold"
    >
      {children}
    </a>
  );
}
