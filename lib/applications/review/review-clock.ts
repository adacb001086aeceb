import { workingDaysBetween } from "@/lib/applications/review/wait-estimate";
import type { EventKind } from "@/prisma/generated/enums";

// A wait is the time that an application lies with the staff. While the applicant is asked for
// something, or after a decision, the clock stands still.

const stopping = [
  "application_changes_requested",
  "application_approved",
  "application_declined",
  "application_withdrawn",
] as const satisfies EventKind[];
const starting = ["application_answered", "application_reopened"] as const satisfies EventKind[];

/** The events that stop the clock of a review or let it go on. */
export const clockEventKinds: readonly EventKind[] = [...stopping, ...starting];

/** An event of the application; other kinds than those above are passed over. */
export type ClockEvent = { kind: EventKind; at: Date };

/**
 * Whole working days that an application has been with the staff until a moment.
 * @param submittedAt when it was confirmed
 * @param events oldest first
 */
export function workingDaysWithStaff(
  submittedAt: Date,
  events: readonly ClockEvent[],
  until: Date,
): number {
  let days = 0;
  let since: Date | null = submittedAt;
  for (const { kind, at } of events) {
    if (at > until) break;
    if (isOneOf(stopping, kind) && since) {
      days += workingDaysBetween(since, at);
      since = null;
    }
    if (isOneOf(starting, kind)) since ??= at;
  }
  return since ? days + workingDaysBetween(since, until) : days;
}

const isOneOf = (kinds: readonly EventKind[], kind: EventKind): boolean => kinds.includes(kind);
