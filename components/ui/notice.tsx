import type { ReactNode } from "react";

const variants = {
  info: "border-accent bg-notice-soft",
  success: "border-success bg-success-soft",
  warning: "border-danger bg-danger-soft",
};

/** A box that stands out of the text. `role` is the caller's: most notices announce nothing. */
export function Notice({
  variant = "info",
  children,
  role,
}: {
  variant?: keyof typeof variants;
  children: ReactNode;
  role?: "status" | "alert";
}) {
  return (
    <div
      role={role}
      className={`max-w-2xl space-y-2 rounded-md border-s-8 p-5 ${variants[variant]}`}
    >
      {children}
    </div>
  );
}
