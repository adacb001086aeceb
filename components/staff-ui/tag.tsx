import type { ReactNode } from "react";

const variants = {
  quiet: "border-line text-ink-soft",
  notable: "border-accent bg-notice-soft text-ink",
  good: "border-success bg-success-soft text-ink",
  amber: "border-amber bg-amber-soft text-ink",
  bad: "border-danger bg-danger-soft text-ink",
};

export type TagVariant = keyof typeof variants;

/** A word or two that stands out of a line. */
export function Tag({
  variant = "quiet",
  children,
}: {
  variant?: TagVariant;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-block rounded-sm border px-1 text-sm leading-tight ${variants[variant]}`}
    >
      {children}
    </span>
  );
}
