import { expect, test } from "vitest";
import {
  changedSinceReview,
  mayDecide,
  missingEvidence,
} from "@/lib/applications/review/decisions";

const correction = (...fields: string[]) => ({
  kind: "application_corrected" as const,
  actor: "applicant" as const,
  detail: { fields },
});
const tick = {
  kind: "application_evidence_ticked" as const,
  actor: "staff" as const,
  detail: { criterion: "mandate_seen" },
};
const mailKinds = ["mail_retried", "mail_readdressed", "mail_dismissed"] as const;

test("only what awaits review can be approved; what waits for the applicant can be declined", () => {
  expect(mayDecide("approval", "submitted")).toBe(true);
  expect(mayDecide("approval", "changes_requested")).toBe(false);
  expect(mayDecide("decline", "changes_requested")).toBe(true);
  expect(mayDecide("change_request", "changes_requested")).toBe(false);
  expect(mayDecide("decline", "unconfirmed")).toBe(false);
  expect(mayDecide("decline", "withdrawn")).toBe(false);
});

test("the evidence that is missing is named in its order", () => {
  expect(missingEvidence(["official_contact"])).toEqual(["mandate_seen", "one_action_per_area"]);
  expect(missingEvidence(["one_action_per_area", "mandate_seen", "official_contact"])).toEqual([]);
});

test("what the applicant changed after staff last did something is marked", () => {
  expect(
    changedSinceReview([
      correction("mandateUrl"),
      correction("principle_2", "mandateUrl"),
      tick,
      correction("contactRole"),
    ]),
  ).toEqual(new Set(["mandateUrl", "principle_2"]));
});

test("nothing is marked while staff have done nothing yet, nor right after they have", () => {
  expect(changedSinceReview([correction("mandateUrl")])).toEqual(new Set());
  expect(changedSinceReview([tick, correction("mandateUrl")])).toEqual(new Set());
});

test.each(mailKinds)(
  "whoever deals with an email that failed has not looked at the application: %s",
  (kind) => {
    expect(
      changedSinceReview([
        { kind, actor: "staff", detail: { mail: "application_received" } },
        correction("mandateUrl"),
        tick,
      ]),
    ).toEqual(new Set(["mandateUrl"]));
  },
);
