"use client";

import { useEffect, useRef, type ReactNode } from "react";

type Props = { href: string; describedBy: string; children: ReactNode };

/** A link that has the focus when its page appears: by autofocus, or where scripts show the page, by them. */
export function Arrival({ href, describedBy, children }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return (
    <a ref={link} href={href} aria-describedby={describedBy} autoFocus className="py-1 font-bold">
      {children}
    </a>
  );
}
