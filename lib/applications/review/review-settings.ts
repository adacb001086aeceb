export type ReviewSettings = {
  /** An application that has waited this long is marked, and later marked as overdue. */
  amberAfterWorkingDays: number;
  redAfterWorkingDays: number;
  /** No working days, each like 2026-12-25. */
  holidays: readonly string[];
  claimEndsAfterWorkingDays: number;
};

/** The one place from which reviewing takes them. */
export const reviewSettings: ReviewSettings = {
  amberAfterWorkingDays: 7,
  redAfterWorkingDays: 10,
  holidays: [],
  claimEndsAfterWorkingDays: 5,
};

export const readReviewSettings = (): Promise<ReviewSettings> => Promise.resolve(reviewSettings);
