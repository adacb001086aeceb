"use client";

import { useRef } from "react";
import { useFocus } from "@/components/ui/use-focus";

type Props = {
  title: string;
  /** Field name → message, both as they stand in the form. */
  errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole form and no field. */
  formError?: string;
};

/**
 * Lists what must be corrected and links to each field. Takes the focus where scripts run;
 * autofocus serves the rest.
 */
export function ErrorSummary({ title, errors, formError }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  const isShown = entries.length > 0 || Boolean(formError);
  useFocus(summary, isShown, errors, formError);

  if (!isShown) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="mb-8 max-w-2xl rounded-md border-4 border-danger p-5"
    >
      <h2 className="text-xl font-bold sm:text-xl">{title}</h2>
      {formError ? <p className="mt-2 font-bold text-danger">{formError}</p> : null}
      <ul className="mt-2 space-y-2">
        {entries.map(([name, message]) => (
          <li key={name}>
            <a
              href={`#${name}`}
              className="inline-block py-0.5 font-bold text-danger hover:text-danger"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
