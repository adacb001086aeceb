import type { ComponentProps } from "react";

const variants = {
  secondary: "border-line hover:bg-paper-deep",
  danger: "border-danger text-danger hover:bg-danger-soft",
};

/** A button as the panel has many of them: lower than the public ones. */
export function SmallButton({
  variant = "secondary",
  className = "",
  ...props
}: ComponentProps<"button"> & { variant?: keyof typeof variants }) {
  return (
    <button
      className={`min-h-9 shrink-0 cursor-pointer rounded-md border-2 px-3 font-bold ${variants[variant]} ${className}`}
      {...props}
    />
  );
}
