import type { CSSProperties, ReactNode } from "react";

type Props = { children: ReactNode; style?: CSSProperties; width?: string; dir?: "ltr" };

/** Older mail programs need tables for layout. */
export function LayoutTable({ children, style, ...attributes }: Props) {
  return (
    <table
      role="presentation"
      {...attributes}
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: "separate", ...style }}
    >
      <tbody>{children}</tbody>
    </table>
  );
}
