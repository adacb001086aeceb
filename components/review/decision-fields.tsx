import type { ReviewState } from "@/components/review/review-state";
import { reasonNames } from "@/components/review/words";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Props = { state: ReviewState };

type ApprovalProps = Props & {
  cityName: string;
  /** Today, as 2026-11-23. */
  today: string;
};

export function ApprovalFields({ state: { values, fieldErrors }, cityName, today }: ApprovalProps) {
  return (
    <>
      <TextField
        name="approval-name"
        label="Public name"
        hint="As the coalition writes it, for example Torino where others say Turin."
        error={fieldErrors["approval-name"]}
        defaultValue={values["approval-name"] ?? cityName}
      />
      <TextField
        name="approval-signedOn"
        label="Date of signing"
        error={fieldErrors["approval-signedOn"]}
        defaultValue={values["approval-signedOn"] ?? today}
        type="date"
        min="2018-11-14"
        className="max-w-48"
      />
      <TextAreaField
        name="approval-message"
        label="Text to the applicant (optional)"
        hint="Stands in the mail beside the link to the city’s new page."
        error={fieldErrors["approval-message"]}
        defaultValue={values["approval-message"]}
        rows={3}
      />
    </>
  );
}

export function ChangeRequestFields({ state: { values, fieldErrors } }: Props) {
  return (
    <TextAreaField
      name="change_request-message"
      label="Text to the applicant"
      hint="Say what is missing or unclear, one thing a line. They answer on their status page."
      error={fieldErrors["change_request-message"]}
      defaultValue={values["change_request-message"]}
      rows={6}
    />
  );
}

export function DeclineFields({ state: { values, fieldErrors } }: Props) {
  return (
    <>
      <SelectField name="decline-reason" label="Reason" error={fieldErrors["decline-reason"]} defaultValue={values["decline-reason"] ?? ""}>
        <option value="">Choose</option>
        {Object.entries(reasonNames).map(([reason, name]) => (
          <option key={reason} value={reason}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        name="decline-message"
        label="Text to the applicant"
        hint="Why, and what would have to be different. It stands in the mail below the reason."
        error={fieldErrors["decline-message"]}
        defaultValue={values["decline-message"]}
        rows={6}
      />
    </>
  );
}
