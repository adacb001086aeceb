import type { ReopeningCause } from "@/lib/applications/decision-log/reopening-causes";
import type { QueueFilter, QueueView } from "@/lib/applications/review/queue-filter";
import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import type {
  ActionStatus,
  ApplicationState,
  CheckName,
  ChecklistArea,
  DecisionKind,
  DeclineReason,
  EvidenceCriterion,
  StandardTextKind,
} from "@/prisma/generated/enums";

// What staff read. The panel is in English; whatever an applicant reads stands in the messages.

export const stateLabels: Readonly<Record<ApplicationState, string>> = {
  submitted: "Awaits review",
  changes_requested: "Changes asked",
  approved: "Approved",
  declined: "Declined",
  withdrawn: "Withdrawn",
  unconfirmed: "Address not confirmed",
};

const viewLabels: Readonly<Record<QueueView, string>> = {
  mine: "Mine",
  unassigned: "Unassigned",
  overdue: "Overdue",
};

/** What the areas of the checklist are called where there is little room. */
export const areaLabels: Readonly<Record<ChecklistArea, string>> = {
  institutional: "Institutional",
  process: "General process",
  principle_1: "1 Access, literacy",
  principle_2: "2 Privacy, security",
  principle_3: "3 Transparency",
  principle_4: "4 Participation",
  principle_5: "5 Open standards",
};

export const criterionLabels: Readonly<
  Record<EvidenceCriterion, { name: string; explanation: string }>
> = {
  mandate_seen: {
    name: "Mandate seen",
    explanation: "You have read the resolution or letter, and it says what the application says.",
  },
  official_contact: {
    name: "Contact is official",
    explanation:
      "The address is on the city’s own domain, or you called the city back on a number from its website.",
  },
  one_action_per_area: {
    name: "One action per area",
    explanation: "Each area names an action of this city, in place or planned.",
  },
};

export const checkLabels: Readonly<Record<CheckName, string>> = {
  contact_domain: "Email and document on one domain",
  free_mail: "Address of the city’s own",
  similar_city: "The only city of this name",
  mandate_link: "Link to the document",
};

export const decisionLabels: Readonly<Record<DecisionKind, string>> = {
  approval: "approved it",
  change_request: "asked for changes",
  decline: "declined it",
};

export const reasonLabels: Readonly<Record<DeclineReason, string>> = {
  no_mandate: "No decision of the city itself",
  not_a_city_government: "Not from the city’s government",
  cannot_verify: "Could not be verified",
  actions_missing: "Actions are missing",
  duplicate: "Another application of the city exists",
  other: "Another reason",
};

export const textKindLabels: Readonly<Record<StandardTextKind, string>> = {
  change_request: "Asking for changes",
  decline: "Declining",
};

/** E.g. "Declining: another reason". */
export const nameTextKind = (text: {
  kind: StandardTextKind;
  reason: DeclineReason | null;
}): string =>
  [textKindLabels[text.kind], text.reason && reasonLabels[text.reason].toLowerCase()]
    .filter(Boolean)
    .join(": ");

export const causeLabels: Readonly<Record<ReopeningCause, string>> = {
  decided_in_error: "It was decided in error",
  wrong_application: "The wrong application was decided on",
  new_information: "There is new information",
  city_asked: "The city asked for it",
  appeal: "The applicant appealed",
};

export const statusLabels: Readonly<Record<ActionStatus, string>> = {
  in_place: "In place",
  planned: "Planned",
};

/** What a page of the queue shows, e.g. "Overdue". */
export function nameQueue({ state, view }: Pick<QueueFilter, "state" | "view">): string {
  if (view) return viewLabels[view];
  if (state === "changes_requested") return "Waiting for the applicant";
  return state === "all" ? "All applications" : stateLabels[state];
}

/** As Intl names them: to let it format each of a page's dates would take milliseconds. */
const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" }),
);

/** E.g. "Nov 2026". */
export const formatMonth = (date: Date): string =>
  `${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;

/** E.g. "20 Nov 2026". */
export const formatDay = (date: Date): string => `${date.getUTCDate()} ${formatMonth(date)}`;

/** E.g. "signed on 20 Nov 2026". */
export function formatSignatoryDate(dates: SignatoryDates): string {
  const { kind, date } = signatoryDateOf(dates);
  return `${kind} on ${formatDay(date)}`;
}

/** E.g. "20 Nov 2026, 14:05 UTC". */
export const formatMoment = (date: Date): string =>
  `${formatDay(date)}, ${date.toISOString().slice(11, 16)} UTC`;

/** E.g. "for 3 working days". */
export const formatWait = (workingDays: number): string =>
  workingDays === 0
    ? "for less than a working day"
    : workingDays === 1
      ? "for one working day"
      : `for ${workingDays} working days`;
