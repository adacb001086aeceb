"use client";

import { useActionState } from "react";
import { Confirmation, type ToConfirm } from "@/components/staff/confirmation";
import { formatNumber } from "@/components/staff-ui/format-number";
import { Button } from "@/components/ui/button";
import { reviewAddress, type ReviewSearchParams } from "@/lib/endorsements/review/review-filter";
import type { BulkReviewAction } from "@/prisma/generated/enums";

export type ReviewDecisionState = { toConfirm?: ToConfirm };

export type ReviewDecisionProps = {
  searchParams: ReviewSearchParams;
  /** The same as people say it. */
  whichOnes: string;
  state: "held" | "confirmed";
  actions: readonly BulkReviewAction[];
  count: number;
  /** When they were counted: the decision is about no other ones. */
  until: Date;
  undoHours: number;
  decide: (before: ReviewDecisionState, form: FormData) => Promise<ReviewDecisionState>;
};

const buttons = {
  release: { text: "Release", look: "primary" },
  invalidate: { text: "Invalidate", look: "danger" },
} as const;

/** The buttons that decide on all that fit. Invalidating many is asked once more. */
export function ReviewDecision({
  searchParams,
  whichOnes,
  state,
  actions,
  count,
  until,
  undoHours,
  decide,
}: ReviewDecisionProps) {
  const [{ toConfirm }, submit, isPending] = useActionState(decide, {});
  const number = formatNumber(toConfirm?.count ?? count);
  return (
    <form action={submit}>
      {toConfirm ? (
        <Confirmation
          toConfirm={toConfirm}
          isPending={isPending}
          title={`Invalidate ${number} endorsements?`}
          button={`Yes, invalidate ${number}`}
          cancel={reviewAddress(searchParams)}
        >
          <li>{whichOnes}.</li>
          <li>
            {state === "confirmed"
              ? "They stop counting, and the numbers on the public pages go down."
              : "None of them counts today, and none can be released any more."}
          </li>
          <li>Their names and addresses are deleted for good. No resident gets an email.</li>
          <li>
            You can undo it for {undoHours} hours. Then they{" "}
            {state === "confirmed" ? "count" : "are held"} again, without name and address.
          </li>
        </Confirmation>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          {Object.entries({ ...searchParams, until: until.toISOString() }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {actions.map((action) => (
            <Button
              key={action}
              name="action"
              value={action}
              variant={buttons[action].look}
              disabled={isPending}
            >
              {buttons[action].text} {number}
            </Button>
          ))}
          <p className="text-ink-soft">
            Can be undone for {undoHours} hours. An invalidated one loses its address and name for
            good
            {state === "confirmed"
              ? ": undone, it counts again, and its resident hears nothing more"
              : null}
            .
          </p>
        </div>
      )}
    </form>
  );
}
