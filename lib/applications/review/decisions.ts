import {
  ApplicationState,
  EvidenceCriterion,
  type Actor,
  type DecisionKind,
  type EventKind,
} from "@/prisma/generated/enums";

/** The index that lets a city have one application that is confirmed and undecided. */
export const oneOpenForCity = "application_open_for_city_id_key";

/** What a reviewer must have seen before an approval. */
export const evidenceCriteria = Object.values(EvidenceCriterion);

export const applicationStates = Object.values(ApplicationState);

/**
 * The states from which each decision can be taken. A request for changes that nobody answers must
 * not hold a city for ever.
 */
export const decidableStates: Readonly<Record<DecisionKind, readonly ApplicationState[]>> = {
  approval: ["submitted"],
  change_request: ["submitted"],
  decline: ["submitted", "changes_requested"],
};

export const reopenableStates: readonly ApplicationState[] = ["approved", "declined"];

/** While evidence can still be ticked. */
export const openStates: readonly ApplicationState[] = ["submitted", "changes_requested"];

export const mayDecide = (kind: DecisionKind, state: ApplicationState): boolean =>
  decidableStates[kind].includes(state);

export const missingEvidence = (seen: readonly EvidenceCriterion[]): EvidenceCriterion[] =>
  evidenceCriteria.filter((criterion) => !seen.includes(criterion));

/**
 * A document that is "to follow" stands nowhere: whoever has seen it elsewhere writes down where.
 */
export const needsNote = (
  criterion: EvidenceCriterion,
  { mandateUrl }: { mandateUrl: string | null },
): boolean => criterion === "mandate_seen" && mandateUrl === null;

export const countsAsSeen = (
  { criterion, note }: { criterion: EvidenceCriterion; note: string | null },
  application: { mandateUrl: string | null },
): boolean => note !== null || !needsNote(criterion, application);

/** An event as far as it tells who changed what. */
type Change = { kind: EventKind; actor: Actor; detail: unknown };

/**
 * The names of fields and areas that the applicant changed after staff last did something. Empty
 * when staff never did anything: then all of it is new.
 * @param history newest first
 */
export function changedSinceReview(history: readonly Change[]): Set<string> {
  // Who deals with an email that failed need not have read the application.
  const lastByStaff = history.findIndex(
    ({ actor, kind }) => actor === "staff" && !kind.startsWith("mail_"),
  );
  const later = lastByStaff < 0 ? [] : history.slice(0, lastByStaff);
  return new Set(later.flatMap(({ detail }) => changedFields(detail)));
}

/** What a correction's event says that it changed. */
export function changedFields(detail: unknown): string[] {
  const fields =
    typeof detail === "object" && detail !== null && "fields" in detail ? detail.fields : [];
  return Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
}

/** Why a reviewer's command did nothing. */
export type ReviewRefusal =
  /** Somebody was faster. */
  | { because: "decided"; kind: DecisionKind; decidedBy: string; decidedAt: Date }
  /** The applicant withdrew it. */
  | { because: "withdrawn" }
  /** It is not what the reviewer was looking at any more: corrected, answered or reopened. */
  | { because: "changed" }
  | { because: "evidence_missing"; missing: EvidenceCriterion[] }
  /** The document is "to follow", and nobody wrote down where it was seen. */
  | { because: "note_missing" }
  /** The city stands on the public list already, by another way. */
  | { because: "already_signatory" }
  /** Another application of the city is open: one at a time. */
  | { because: "another_open" };
