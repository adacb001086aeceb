import type { ReactNode } from "react";

export const number = {
  inputMode: "numeric",
  autoComplete: "off",
  className: "max-w-32!",
} as const;

export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line-soft pt-4">
      <legend className="float-start mb-4 w-full text-lg font-bold">{title}</legend>
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}
