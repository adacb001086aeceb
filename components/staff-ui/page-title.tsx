import type { ReactNode } from "react";

/** The title of a page of the panel: of one size on all of them. */
export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="min-w-0 text-2xl">{children}</h1>;
}
