import type { ReactNode } from "react";
import { checkLabels, formatMoment } from "@/components/review/labels";
import { notedOf, type ReviewState } from "@/components/review/decision/review-state";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Tag, type TagVariant } from "@/components/staff-ui/tag";
import { TextField } from "@/components/ui/field";
import type { Override, Verdict } from "@/lib/applications/checks/checks";
import type { CheckName } from "@/prisma/generated/enums";

export type ShownCheck = {
  name: CheckName;
  verdict: Verdict;
  fact: ReactNode;
  override: Override | null;
};

type Props = {
  checks: ShownCheck[];
  /** Whether a reviewer can say something about them still. */
  isUndecided: boolean;
  /** Whether the link can be asked by a press of a button. */
  canCheckLink: boolean;
  answer: ReviewState;
};

const verdicts: Readonly<Record<Verdict, { label: string; variant: TagVariant }>> = {
  fine: { label: "In order", variant: "good" },
  look: { label: "Look twice", variant: "bad" },
  open: { label: "Open", variant: "quiet" },
};

/** What the site found out by itself. Each fact can be overridden with a reason. */
export function CheckList({ checks, isUndecided, canCheckLink, answer }: Props) {
  const overridden = notedOf(answer, "override");
  return (
    <section aria-labelledby="checks-title" className="mb-5">
      <SectionTitle id="checks-title">Checks by the site</SectionTitle>
      <ul className="divide-y divide-line-soft border-y border-line-soft">
        {checks.map(({ name, verdict, fact, override }) => (
          <li key={name} className="py-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className="font-bold">{checkLabels[name]}</p>
              <Tag variant={override ? "quiet" : verdicts[verdict].variant}>
                {override
                  ? `Overridden: ${verdicts[verdict].label.toLowerCase()}`
                  : verdicts[verdict].label}
              </Tag>
            </div>
            <p className="wrap-anywhere text-ink-soft">{fact}</p>
            {override ? <Reason override={override} /> : null}
            <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
              {isUndecided && canCheckLink && name === "mandate_link" ? (
                <SmallButton name="ask" value={name} className="mt-1">
                  Check the link now
                </SmallButton>
              ) : null}
              {isUndecided && override ? (
                <SmallButton
                  name="restore"
                  value={name}
                  className="mt-1"
                  // It stands in the place of the button that was pressed.
                  autoFocus={overridden !== undefined && answer.values.override === name}
                >
                  Take the override back
                  <span className="sr-only">: {checkLabels[name]}</span>
                </SmallButton>
              ) : null}
              {isUndecided && !override && verdict !== "open" ? (
                <OverrideFields name={name} answer={answer} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="text-ink-soft">
        {overridden ?? notedOf(answer, "restore")}
      </p>
    </section>
  );
}

function Reason({ override: { reason, overriddenAt, overriddenBy } }: { override: Override }) {
  return (
    <p className="mt-1 border-s-4 border-line-soft ps-3 wrap-anywhere">
      <bdi>{reason}</bdi>
      <span className="block text-ink-soft">
        <bdi>{overriddenBy}</bdi>, {formatMoment(overriddenAt)}
      </span>
    </p>
  );
}

function OverrideFields({ name, answer }: { name: CheckName; answer: ReviewState }) {
  const field = `${name}-reason`;
  const error = answer.fieldErrors[field];
  return (
    <details open={error !== undefined || undefined} className="min-w-0 grow">
      <summary className="cursor-pointer py-1.5">
        Override<span className="sr-only">: {checkLabels[name]}</span>
      </summary>
      <div className="space-y-2 pb-2">
        <TextField
          key={answer.attempt}
          name={field}
          label="Why"
          hint="For example “The city runs two domains”. For staff alone."
          error={error}
          defaultValue={answer.values[field]}
          autoComplete="off"
          maxLength={500}
        />
        <SmallButton name="override" value={name}>
          Override<span className="sr-only">: {checkLabels[name]}</span>
        </SmallButton>
      </div>
    </details>
  );
}
