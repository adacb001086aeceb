import type { ReactNode } from "react";

/** A link to a file of the open data, which is the same in every language. */
export function DataFile({ file, children }: { file: string; children: ReactNode }) {
  return <a href={`/data/v1/${file}`}>{children}</a>;
}
