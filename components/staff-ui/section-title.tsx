import type { ReactNode } from "react";

/** The title of a section of a page of the panel. Its id names the section. */
export function SectionTitle({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <h2 id={id} className="mb-1.5 text-lg">
      {children}
    </h2>
  );
}
