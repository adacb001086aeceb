import type { ReviewState } from "@/components/review/decision/review-state";
import { causeLabels, reasonLabels } from "@/components/review/labels";
import { fieldOf } from "@/components/staff-ui/form-state";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { staffReopeningCauses } from "@/lib/applications/decision-log/reopening-causes";
import type { DeclineReason, StandardTextKind } from "@/prisma/generated/enums";

type Props = { state: ReviewState };

type ApprovalProps = Props & {
  cityName: string;
  /** As 2026-11-23. */
  signingDay: string;
};

export function ApprovalFields({ state, cityName, signingDay }: ApprovalProps) {
  return (
    <>
      <TextField
        {...fieldOf(state, "approval-name", cityName)}
        label="Public name"
        hint="As the coalition writes it, for example Torino where others say Turin."
      />
      <TextField
        {...fieldOf(state, "approval-signedOn", signingDay)}
        label="Date of signing"
        type="date"
        min="2018-11-14"
        className="max-w-48"
      />
      <TextAreaField
        {...fieldOf(state, "approval-message")}
        label="Text to the applicant (optional)"
        hint="Stands in the email beside the link to the city’s new page."
        rows={3}
      />
    </>
  );
}

/** Whether a standard text was put in just now: what is written comes next. */
const isPutInto = ({ noted, values }: ReviewState, kind: StandardTextKind): boolean =>
  noted !== undefined && values.insert === kind;

export function ChangeRequestFields({ state }: Props) {
  const hint =
    "Say what is missing or unclear, one thing a line. They answer on their status page.";
  return (
    <TextAreaField
      {...fieldOf(state, "change_request-message")}
      label="Text to the applicant"
      hint={hint}
      rows={6}
      autoFocus={isPutInto(state, "change_request")}
    />
  );
}

export function ReopeningFields({ state }: Props) {
  return (
    <SelectField
      {...fieldOf(state, "reopening-cause", "")}
      label="Why the decision is taken back"
      hint="The public list of decisions shows it in a new entry. The old one stays."
    >
      <option value="">Choose</option>
      {staffReopeningCauses.map((cause) => (
        <option key={cause} value={cause}>
          {causeLabels[cause]}
        </option>
      ))}
    </SelectField>
  );
}

type DeclineProps = Props & { reasons: readonly DeclineReason[] };

export function DeclineFields({ state, reasons }: DeclineProps) {
  const hint = "Why, and what would have to be different. It stands in the email below the reason.";
  return (
    <>
      <SelectField {...fieldOf(state, "decline-reason", "")} label="Reason">
        <option value="">Choose</option>
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {reasonLabels[reason]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        {...fieldOf(state, "decline-message")}
        label="Text to the applicant"
        hint={hint}
        rows={6}
        autoFocus={isPutInto(state, "decline")}
      />
    </>
  );
}
