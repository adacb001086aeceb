import type { ReactNode } from "react";

/** Hidden until it has the focus. */
export function SkipLink({ to = "content", children }: { to?: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only bg-paper px-4 py-3 focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10"
    >
      {children}
    </a>
  );
}
