"use client";

import { useActionState } from "react";
import { DecisionChoice } from "@/components/review/decision-choice";
import {
  ApprovalFields,
  ChangeRequestFields,
  DeclineFields,
} from "@/components/review/decision-fields";
import { EvidenceList } from "@/components/review/evidence-list";
import type { ReviewAction, ReviewState } from "@/components/review/review-state";
import { criterionLabels } from "@/components/review/labels";
import { untouched } from "@/components/staff-ui/form-state";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { ErrorSummary } from "@/components/ui/error-summary";
import {
  evidenceCriteria,
  mayDecide,
  missingEvidence,
  openStates,
  reopenableStates,
} from "@/lib/applications/review/decisions";
import type { ApplicationState, EvidenceCriterion } from "@/prisma/generated/enums";

type Props = {
  action: ReviewAction;
  applicationId: string;
  /** The version on the reviewer's screen: whatever is decided is about nothing else. */
  version: number;
  /** The queue that the reviewer came from. */
  queue: string;
  state: ApplicationState;
  seen: Partial<Record<EvidenceCriterion, string>>;
  needsNote: EvidenceCriterion | null;
  cityName: string;
  isListed: boolean;
  /** What the date of signing begins with, as 2026-11-23: before it was reopened, or else today. */
  signingDay: string;
};

/**
 * All that a reviewer does about an application, in one form: a tick does not cost what was typed
 * for a decision.
 */
export function ReviewForm({
  action,
  applicationId,
  version,
  queue,
  state,
  seen,
  needsNote,
  cityName,
  isListed,
  signingDay,
}: Props) {
  const [answer, submit, isPending] = useActionState<ReviewState, FormData>(action, untouched);
  const missing = missingEvidence(evidenceCriteria.filter((criterion) => seen[criterion]));
  const choice = { state: answer, isPending };
  return (
    <form action={submit} noValidate>
      {/* Enter in any field presses the first button of a form: this one does nothing. */}
      <button disabled hidden />
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="queue" value={queue} />
      <section aria-labelledby="evidence-title">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <SectionTitle id="evidence-title">Evidence</SectionTitle>
          <p role="status" className="text-ink-soft">
            {answer.noted?.text} {evidenceCriteria.length - missing.length} of{" "}
            {evidenceCriteria.length} seen
          </p>
        </div>
        {answer.values.decide ? null : (
          <ErrorSummary
            title="There is a problem"
            errors={answer.fieldErrors}
            formError={answer.formError}
          />
        )}
        <EvidenceList
          seen={seen}
          isOpen={openStates.includes(state)}
          needsNote={needsNote}
          answer={answer}
        />
      </section>
      <section aria-labelledby="decision-title" className="mt-5">
        <SectionTitle id="decision-title">Decision</SectionTitle>
        {answer.isSignedOut ? <SignInAgain /> : null}
        <DecisionChoice
          {...choice}
          kind="approval"
          title="Approve"
          button="Approve and put on the public list"
          isPossible={mayDecide("approval", state)}
          obstacle={
            missing.length
              ? `First tick all evidence above. Missing: ${missing.map((criterion) => criterionLabels[criterion].name.toLowerCase()).join(", ")}.`
              : undefined
          }
        >
          <ApprovalFields state={answer} cityName={cityName} signingDay={signingDay} />
        </DecisionChoice>
        <DecisionChoice
          {...choice}
          kind="change_request"
          title="Ask for changes"
          button="Send and wait for the answer"
          variant="secondary"
          isPossible={mayDecide("change_request", state)}
        >
          <ChangeRequestFields state={answer} />
        </DecisionChoice>
        <DecisionChoice
          {...choice}
          kind="decline"
          title="Decline"
          button="Decline and tell the applicant"
          variant="danger"
          isPossible={mayDecide("decline", state)}
        >
          <DeclineFields state={answer} />
        </DecisionChoice>
        <DecisionChoice
          {...choice}
          kind="reopening"
          title="Reopen"
          button={
            isListed
              ? `Reopen and take ${cityName} off the public list`
              : "Reopen for another review"
          }
          variant="danger"
          isPossible={reopenableStates.includes(state)}
        >
          <p>
            The application awaits review again and the applicant is told.
            {isListed ? ` ${cityName} leaves the public list at once, with its page.` : null}
          </p>
        </DecisionChoice>
        <Waiting state={state} />
      </section>
    </form>
  );
}

function SignInAgain() {
  return (
    <p className="mb-3">
      <a href="/admin/sign-in" target="_blank">
        Sign in in a new tab
      </a>
      , then come back and press the button again. What you typed stays here.
    </p>
  );
}

function Waiting({ state }: { state: ApplicationState }) {
  if (state === "changes_requested")
    return <p className="mt-3 text-ink-soft">Waits for the applicant’s answer.</p>;
  if (state === "unconfirmed")
    return (
      <p className="text-ink-soft">Can be decided once the applicant has confirmed the address.</p>
    );
  if (state === "withdrawn")
    return (
      <p className="text-ink-soft">The applicant has withdrawn it. There is nothing to decide.</p>
    );
  return null;
}
