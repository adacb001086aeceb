import {
  ApplicationState,
  EvidenceCriterion,
  type Actor,
  type DecisionKind,
  type EventKind,
} from "@/prisma/generated/enums";
import { eventKindsOf } from "@/lib/events";
import type { Refusal, Result } from "@/lib/result";

/** Unique index: one confirmed, undecided application for each city. */
export const oneOpenForCity = "application_open_for_city_id_key";

export const evidenceCriteria = Object.values(EvidenceCriterion);

export const applicationStates = Object.values(ApplicationState);

/** Unanswered requests for changes can be decided too: they must not block a city for ever. */
export const decidableStates: Readonly<Record<DecisionKind, readonly ApplicationState[]>> = {
  approval: ["submitted"],
  change_request: ["submitted"],
  decline: ["submitted", "changes_requested"],
};

export const reopenableStates: readonly ApplicationState[] = ["approved", "declined"];

/** Of a confirmed application that still waits for its end: staff and applicant can add to it. */
export const undecidedStates: readonly ApplicationState[] = ["submitted", "changes_requested"];

export const mayDecide = (kind: DecisionKind, state: ApplicationState): boolean =>
  decidableStates[kind].includes(state);

export const missingEvidence = (seen: readonly EvidenceCriterion[]): EvidenceCriterion[] =>
  evidenceCriteria.filter((criterion) => !seen.includes(criterion));

export type Mandate = { mandateUrl: string | null; mandateFiles: readonly unknown[] };

export const isMandateToFollow = ({ mandateUrl, mandateFiles }: Mandate): boolean =>
  mandateUrl === null && mandateFiles.length === 0;

/** The document is "to follow": the reviewer must write down where it was seen. */
export const needsNote = (criterion: EvidenceCriterion, mandate: Mandate): boolean =>
  criterion === "mandate_seen" && isMandateToFollow(mandate);

export const countsAsSeen = (
  { criterion, note }: { criterion: EvidenceCriterion; note: string | null },
  mandate: Mandate,
): boolean => note !== null || !needsNote(criterion, mandate);

type Change = { kind: EventKind; actor: Actor; detail: unknown };

/** `history` is newest first. Empty when staff never acted: then everything is new. */
export function changedSinceReview(history: readonly Change[]): Set<string> {
  const lastByStaff = history.findIndex(
    ({ actor, kind }) => actor === "staff" && !kindsDoneUnread.includes(kind),
  );
  const later = lastByStaff < 0 ? [] : history.slice(0, lastByStaff);
  return new Set(later.flatMap(({ detail }) => changedFields(detail)));
}

/** Dealing with a failed email or claiming an application does not imply having read it. */
export const kindsDoneUnread: readonly EventKind[] = [
  ...eventKindsOf("mail"),
  "application_claimed",
  "application_claim_released",
  "application_assigned",
  "application_assignment_undone",
  "application_reminded",
];

export function changedFields(detail: unknown): string[] {
  const fields =
    typeof detail === "object" && detail !== null && "fields" in detail ? detail.fields : [];
  return Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
}

/**
 * `ownDecision`, `ownProposal`: the second look must be somebody else's. `noAppeal`, `noProposal`,
 * `noSample`: none waits any more. `appealWaits`, `proposalWaits`: it must be answered first.
 */
type SecondLookRefusalReason =
  | "ownDecision"
  | "ownProposal"
  | "noAppeal"
  | "noProposal"
  | "noSample"
  | "appealWaits"
  | "proposalWaits";

/**
 * `changedMeanwhile`: corrected, answered or reopened since the reviewer loaded it.
 * `alreadySignatory`: the city got onto the public list by another way.
 */
export type ReviewResult<Value = unknown> =
  | Result<
      | ("withdrawn" | "changedMeanwhile" | "noteMissing" | "alreadySignatory" | "anotherOpen")
      | SecondLookRefusalReason,
      Value
    >
  | Refusal<"decided", { kind: DecisionKind; decidedBy: string; decidedAt: Date }>
  | Refusal<"evidenceMissing", { missing: EvidenceCriterion[] }>;

export type ReviewRefusal = Extract<ReviewResult, { ok: false }>;
