"use client";

import { useId, useRef, type ReactNode } from "react";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Button, ButtonLink } from "@/components/ui/button";
import { useFocus } from "@/components/ui/use-focus";

/** What a form asks its sender before it acts. */
export type ToConfirm = {
  /** How many it is about: sent along with the yes. */
  count: number;
  /** What was sent. */
  fields: Readonly<Record<string, string>>;
  /** Whether the sender has said yes already, to quite another number. */
  isAfresh: boolean;
};

type Props = {
  toConfirm: ToConfirm;
  isPending: boolean;
  /** The question. */
  title: string;
  /** What its answer does, beginning with "Yes, ". */
  button: string;
  /** Where nothing has been asked yet. */
  cancel: string;
  /** What follows, as items of a list. */
  children: ReactNode;
};

/**
 * What a form shows instead of its fields, once it was sent: what follows, and the button that says
 * yes. Takes the focus.
 */
export function Confirmation({ toConfirm, isPending, title, button, cancel, children }: Props) {
  const { count, fields, isAfresh } = toConfirm;
  const section = useRef<HTMLElement>(null);
  const titleId = useId();
  useFocus(section, true, toConfirm);
  return (
    <section
      ref={section}
      tabIndex={-1}
      autoFocus
      aria-labelledby={titleId}
      className="max-w-2xl rounded-md border-4 border-danger p-4"
    >
      <SectionTitle id={titleId}>{title}</SectionTitle>
      {isAfresh ? (
        <p role="alert" className="mb-2 font-bold text-danger">
          Nothing was done: the number has changed since you were asked. This is how it stands now.
        </p>
      ) : null}
      <ul className="list-disc space-y-1 ps-5 wrap-anywhere">{children}</ul>
      <div className="mt-4 flex flex-wrap gap-3">
        {Object.entries({ ...fields, confirmed: String(count) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button variant="danger" disabled={isPending}>
          {button}
        </Button>
        <ButtonLink variant="secondary" href={cancel}>
          Cancel
        </ButtonLink>
      </div>
    </section>
  );
}
