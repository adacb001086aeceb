"use client";

import { DecisionForm, type DecisionProps } from "@/components/review/decision-form";
import { reasonNames } from "@/components/review/words";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";

type ApprovalProps = DecisionProps & {
  cityName: string;
  /** Today, as 2026-11-23. */
  today: string;
  /** Names of the evidence that nobody has ticked yet. */
  missing: string[];
};

export function ApprovalForm({ cityName, today, missing, ...decision }: ApprovalProps) {
  const obstacle = missing.length ? <p>First tick all evidence above. Missing: {missing.join(", ").toLowerCase()}.</p> : undefined;
  return (
    <DecisionForm {...decision} title="Approve" button="Approve and put on the public list" obstacle={obstacle}>
      {({ values, fieldErrors }) => (
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
            rows={4}
          />
        </>
      )}
    </DecisionForm>
  );
}

export function ChangeRequestForm(decision: DecisionProps) {
  return (
    <DecisionForm {...decision} title="Ask for changes" button="Send and wait for the answer" look="secondary">
      {({ values, fieldErrors }) => (
        <TextAreaField
          name="change_request-message"
          label="Text to the applicant"
          hint="Say what is missing or unclear, one thing a line. They answer on their status page."
          error={fieldErrors["change_request-message"]}
          defaultValue={values["change_request-message"]}
          rows={6}
        />
      )}
    </DecisionForm>
  );
}

export function DeclineForm(decision: DecisionProps) {
  return (
    <DecisionForm {...decision} title="Decline" button="Decline and tell the applicant" look="danger">
      {({ values, fieldErrors }) => (
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
      )}
    </DecisionForm>
  );
}

export function ReopeningForm({ isListed, cityName, ...decision }: DecisionProps & { isListed: boolean; cityName: string }) {
  return (
    <DecisionForm {...decision} title="Reopen" button={isListed ? `Reopen and take ${cityName} off the public list` : "Reopen for another review"} look="danger">
      {() => (
        <p>
          The application awaits review again and the applicant is told.
          {isListed ? ` ${cityName} leaves the public list at once, with its page.` : null}
        </p>
      )}
    </DecisionForm>
  );
}
