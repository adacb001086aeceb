import type { ComponentProps } from "react";

const base =
  "inline-flex min-h-11 items-center justify-center rounded-md px-5 py-2.5 text-center font-bold no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60";

const variants = {
  primary:
    "bg-accent text-on-accent hover:bg-accent-deep hover:text-on-accent border-2 border-transparent",
  secondary: "border-2 border-ink text-ink hover:bg-paper-deep hover:text-ink",
  danger: "border-2 border-danger text-danger hover:bg-danger-soft",
  quiet: "px-2 text-accent underline underline-offset-4 hover:decoration-2",
};

export type ButtonVariant = keyof typeof variants;

export function Button({
  variant = "primary",
  className = "",
  ...props
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button className={`${base} ${variants[variant]} ${className}`} {...props} />;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  variant = "primary",
  className = "",
  ...props
}: ComponentProps<"a"> & { variant?: ButtonVariant }) {
  return <a className={`${base} ${variants[variant]} ${className}`} {...props} />;
}
