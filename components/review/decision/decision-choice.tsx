import { Fragment, type ReactNode } from "react";
import type { ReviewState } from "@/components/review/decision/review-state";
import { MailPreview } from "@/components/review/decision/mail-preview";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

type Props = {
  state: ReviewState;
  /** Also what the names of its fields begin with. */
  kind: "change_request" | "decline" | "reopening";
  title: string;
  button: string;
  variant?: ButtonVariant;
  /** Whether the application, as it is, can be decided so. */
  isPossible: boolean;
  shortcut: string;
  isPending: boolean;
  /** Whether the button first shows the email that the decision sends. */
  isPreviewed?: boolean;
  children: ReactNode;
};

/**
 * One decision, folded away until it is wanted. Once something was typed for it, it stays, even
 * when it has become impossible.
 */
export function DecisionChoice({
  state,
  kind,
  title,
  button,
  variant,
  isPossible,
  shortcut,
  isPending,
  isPreviewed = false,
  children,
}: Props) {
  const preview = state.preview?.kind === kind ? state.preview : null;
  const isTried = state.values.decide === kind;
  const isBegun =
    isTried || Boolean(state.values[`${kind}-message`] ?? state.values[`${kind}-reason`]);
  if (!isPossible && !isBegun) return null;
  return (
    <details
      name="decision"
      open={isBegun || undefined}
      className="border-t border-line-soft last:border-b"
    >
      <summary data-shortcut={shortcut} className="cursor-pointer py-2.5 font-bold">
        {title}
      </summary>
      <div className="space-y-3 pb-4">
        {isTried ? (
          <ErrorSummary
            title="There is a problem"
            errors={state.fieldErrors}
            formError={state.formError}
          />
        ) : null}
        {/* New with each attempt: React would otherwise empty the fields. */}
        <Fragment key={state.attempt}>{children}</Fragment>
        {preview ? <MailPreview preview={preview} /> : null}
        {isPossible ? (
          <Button name="decide" value={kind} variant={variant} disabled={isPending}>
            {isPreviewed && !preview ? "Preview the email" : button}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
