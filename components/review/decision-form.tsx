"use client";

import { Fragment, useActionState, type ReactNode } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

export type DecisionState = { attempt: number; values: Readonly<Record<string, string>>; fieldErrors: Readonly<Record<string, string>>; formError?: string };

export type DecisionAction = (before: DecisionState, form: FormData) => Promise<DecisionState>;

export type DecisionProps = {
  action: DecisionAction;
  applicationId: string;
  /** The version on the reviewer's screen: the decision is about nothing else. */
  version: number;
  /** Whether the application, as it is, can be decided so. */
  isPossible: boolean;
};

type Props = DecisionProps & {
  title: string;
  button: string;
  look?: ButtonLook;
  /** What stands in the way, shown instead of the button. */
  obstacle?: ReactNode;
  children: (state: DecisionState) => ReactNode;
};

const untouched: DecisionState = { attempt: 0, values: {}, fieldErrors: {} };

/** One decision, folded away until it is wanted. After an error it stays, with what was typed, even when it has become impossible. */
export function DecisionForm({ action, applicationId, version, isPossible, title, button, look, obstacle, children }: Props) {
  const [state, submit, isPending] = useActionState(action, untouched);
  const isTried = state.attempt > 0;
  if (!isPossible && !isTried) return null;
  return (
    <details name="decision" open={isTried || undefined} className="border-t border-line-soft last:border-b">
      <summary className="cursor-pointer py-3 font-bold">{title}</summary>
      {obstacle && !isTried ? (
        <div className="pb-5">{obstacle}</div>
      ) : (
        <form action={submit} noValidate className="space-y-4 pb-5">
          <ErrorSummary title="There is a problem" errors={state.fieldErrors} formError={state.formError} />
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="version" value={version} />
          {/* New with each attempt: React would otherwise empty the fields. */}
          <Fragment key={state.attempt}>{children(state)}</Fragment>
          {obstacle || !isPossible ? null : (
            <Button look={look} disabled={isPending}>
              {button}
            </Button>
          )}
        </form>
      )}
    </details>
  );
}
