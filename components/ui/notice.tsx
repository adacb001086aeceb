import type { ReactNode } from "react";

const looks = {
  info: "border-accent bg-notice-soft",
  success: "border-success bg-success-soft",
  warning: "border-danger bg-danger-soft",
};

/** A box that stands out of the text. `role` is the caller's: most notices announce nothing. */
export function Notice({ look = "info", children, role }: { look?: keyof typeof looks; children: ReactNode; role?: "status" | "alert" }) {
  return (
    <div role={role} className={`max-w-2xl space-y-2 rounded-md border-s-8 p-5 ${looks[look]}`}>
      {children}
    </div>
  );
}
