import { workingDaysBetween } from "@/lib/applications/review/wait-estimate";
import type { EventKind } from "@/prisma/generated/enums";

// The clock stops while the applicant is asked for something, and after a decision.

const stopping = [
  "application_changes_requested",
  "application_approved",
  "application_declined",
  "application_withdrawn",
] as const satisfies EventKind[];
const starting = ["application_answered", "application_reopened"] as const satisfies EventKind[];

export const startingEventKinds: readonly EventKind[] = starting;

export const clockEventKinds: readonly EventKind[] = [...stopping, ...starting];

export type ClockEvent = { kind: EventKind; at: Date };

/** @param events oldest first */
export function workingDaysWithStaff(
  confirmedAt: Date,
  events: readonly ClockEvent[],
  until: Date,
  holidays: readonly string[] = [],
): number {
  let days = 0;
  let since: Date | null = confirmedAt;
  for (const { kind, at } of events) {
    if (at > until) break;
    if (isOneOf(stopping, kind) && since) {
      days += workingDaysBetween(since, at, holidays);
      since = null;
    }
    if (isOneOf(starting, kind)) since ??= at;
  }
  return since ? days + workingDaysBetween(since, until, holidays) : days;
}

const isOneOf = (kinds: readonly EventKind[], kind: EventKind): boolean => kinds.includes(kind);
