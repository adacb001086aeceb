import { after, dayMs } from "@/lib/durations";

/** Until when the applicant may ask that a decline be looked at again. */
export const appealableUntil = (decidedAt: Date, { appealDays }: { appealDays: number }): Date =>
  after(decidedAt, appealDays * dayMs);
