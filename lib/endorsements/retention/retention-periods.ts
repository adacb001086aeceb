import { dayMs } from "@/lib/durations";

// How long what residents send is kept. The form, the manage page, the privacy page and the jobs
// all read it here.

/** After asking, when the address is never confirmed. Then everything of that ask is deleted. */
export const unconfirmedHours = 72;

/** After asking, when the one reminder is sent. */
export const reminderAfterHours = 24;

/**
 * After asking, when what marks its network is deleted. Long enough for staff to look into what
 * came in a night or over a weekend.
 */
export const networkHashHours = 72;

/** In days. After them only the numbers stay. */
export const endorsementRetentionDays = {
  /** After confirming. */
  confirmed: 730,
  /**
   * After the city has come onto the public list, when that is earlier: its residents have been
   * told by then.
   */
  signed: 90,
  /** The fingerprint of an address whose endorsement was withdrawn, disowned or invalidated. */
  suppression: 730,
} as const;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const daysAfter = (then: Date, days: number): Date => new Date(then.getTime() + days * dayMs);

/** The latest moment at which an ask that is not confirmed now may have been sent. */
export const expiresWhenAskedBefore = (now: Date): Date => daysBefore(now, unconfirmedHours / 24);

/** Too late to be confirmed, and deleted within minutes. */
export const isExpired = (
  { askedAt, confirmedAt }: { askedAt: Date; confirmedAt: Date | null },
  now: Date,
): boolean => !confirmedAt && askedAt <= expiresWhenAskedBefore(now);

/**
 * Until when an endorsement is kept. `listedAt`: since when its city has been on the public list,
 * null where it is not.
 */
export function retainedUntil({
  kind,
  askedAt,
  confirmedAt,
  listedAt,
}: {
  kind: "asks" | "thanks";
  askedAt: Date;
  confirmedAt: Date | null;
  listedAt: Date | null;
}): Date {
  if (!confirmedAt) return daysAfter(askedAt, unconfirmedHours / 24);
  const byAge = daysAfter(confirmedAt, endorsementRetentionDays.confirmed);
  if (kind === "thanks" || !listedAt) return byAge;
  const bySigning = daysAfter(listedAt, endorsementRetentionDays.signed);
  return bySigning < byAge ? bySigning : byAge;
}
