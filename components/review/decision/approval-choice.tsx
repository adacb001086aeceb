import { Fragment } from "react";
import { ApprovalFields } from "@/components/review/decision/decision-fields";
import { formatDay } from "@/components/review/labels";
import type { ReviewState } from "@/components/review/decision/review-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

/** An approval is a decision, or a proposal that a second reviewer confirms, or is proposed already. */
export type ApprovalStep = "decides" | "proposes" | "proposed";

type Props = {
  state: ReviewState;
  step: ApprovalStep;
  isPossible: boolean;
  isPending: boolean;
  cityName: string;
  /** As 2026-11-23. */
  signingDay: string;
};

/**
 * The button comes right after the evidence, and its fields after it: where everything is in
 * order, nothing lies between the last tick and the approval.
 */
export function ApprovalChoice({
  state,
  step,
  isPossible,
  isPending,
  cityName,
  signingDay,
}: Props) {
  const isTried = state.values.decide === "approval";
  const isBegun = isTried || Boolean(state.values["approval-message"]);
  if (!isPossible && !isBegun) return null;
  if (step === "proposed" && !isBegun)
    return (
      <p className="mt-3">
        The approval is proposed: see <a href="#second-look">Second look</a>.
      </p>
    );
  return (
    <div className="mt-3">
      {isTried ? (
        <ErrorSummary
          title="There is a problem"
          errors={state.fieldErrors}
          formError={state.formError}
        />
      ) : null}
      {isPossible ? (
        <Button name="decide" value="approval" disabled={isPending} data-shortcut="a">
          {step === "decides" ? "Approve and put on the public list" : "Propose to approve"}
        </Button>
      ) : null}
      {isPossible && step === "proposes" ? (
        <p className="mt-1 text-ink-soft">
          A second reviewer then puts the city on the public list, or gives it back.
        </p>
      ) : null}
      <details name="decision" open={isBegun || undefined} className="mt-1">
        <summary className="cursor-pointer py-1.5">
          As <bdi className="font-bold">{cityName}</bdi>, signed on{" "}
          {formatDay(new Date(signingDay))}. Change this, or add a text
        </summary>
        <div className="space-y-3 pb-3">
          {/* New with each attempt: React would otherwise empty the fields. */}
          <Fragment key={state.attempt}>
            <ApprovalFields state={state} cityName={cityName} signingDay={signingDay} />
          </Fragment>
        </div>
      </details>
    </div>
  );
}
