import { dayMs } from "@/lib/durations";

/** Until an unconfirmed endorsement is deleted. */
export const unconfirmedHours = 72;

/** From submitting to the only reminder. */
export const reminderAfterHours = 24;

/** Until an endorsement's network prefix is deleted: long enough to review what came over a weekend. */
export const networkHashHours = 72;

/** In days. Afterwards only the totals stay. */
export const endorsementRetentionDays = {
  /** After confirming. */
  confirmed: 730,
  /** After the city came onto the public list, if earlier: residents have been told by then. */
  signed: 90,
  /** Address hashes of withdrawn, disowned or invalidated endorsements. */
  suppression: 730,
} as const;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const daysAfter = (then: Date, days: number): Date => new Date(then.getTime() + days * dayMs);

export const expiresWhenSubmittedBefore = (now: Date): Date =>
  daysBefore(now, unconfirmedHours / 24);

export const isExpired = (
  { submittedAt, confirmedAt }: { submittedAt: Date; confirmedAt: Date | null },
  now: Date,
): boolean => !confirmedAt && submittedAt <= expiresWhenSubmittedBefore(now);

/** @param listedAt when the city came onto the public list; null if it is not there */
export function retainedUntil({
  kind,
  submittedAt,
  confirmedAt,
  listedAt,
}: {
  kind: "asks" | "thanks";
  submittedAt: Date;
  confirmedAt: Date | null;
  listedAt: Date | null;
}): Date {
  if (!confirmedAt) return daysAfter(submittedAt, unconfirmedHours / 24);
  const byAge = daysAfter(confirmedAt, endorsementRetentionDays.confirmed);
  if (kind === "thanks" || !listedAt) return byAge;
  const bySigning = daysAfter(listedAt, endorsementRetentionDays.signed);
  return bySigning < byAge ? bySigning : byAge;
}
