import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { workingDaysBetween } from "@/lib/applications/review/wait-estimate";
import { after, before, dayMs, startOfDay } from "@/lib/durations";
import type { Refusal } from "@/lib/result";

type Period = Pick<ReviewSettings, "claimEndsAfterWorkingDays" | "holidays">;

/** Midnight UTC: a claim made before then has ended by itself. */
export function claimsHoldSince(now: Date, { claimEndsAfterWorkingDays, holidays }: Period): Date {
  let day = startOfDay(now);
  while (workingDaysBetween(before(day, dayMs), now, holidays) < claimEndsAfterWorkingDays)
    day = before(day, dayMs);
  return day;
}

/** The day on which it ends by itself, midnight UTC. */
export function claimEndsOn(
  claimedAt: Date,
  { claimEndsAfterWorkingDays, holidays }: Period,
): Date {
  let day = startOfDay(claimedAt);
  while (workingDaysBetween(claimedAt, day, holidays) < claimEndsAfterWorkingDays)
    day = after(day, dayMs);
  return day;
}

/** `holder`: who has it now; null when nobody has. */
export type ClaimRefusal =
  Refusal<"claimedMeanwhile", { holder: string | null }> | Refusal<"notWaiting">;

export type Urgency = "dueSoon" | "overdue";

/** Of an application that has been with the staff for so long. */
export function urgencyOf(
  waitInWorkingDays: number,
  {
    amberAfterWorkingDays,
    redAfterWorkingDays,
  }: Pick<ReviewSettings, "amberAfterWorkingDays" | "redAfterWorkingDays">,
): Urgency | null {
  if (waitInWorkingDays >= redAfterWorkingDays) return "overdue";
  return waitInWorkingDays >= amberAfterWorkingDays ? "dueSoon" : null;
}
