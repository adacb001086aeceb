import { readSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";

/** What the review goes by, of all that a coalition may set. */
export type ReviewSettings = Pick<
  Settings,
  | "amberAfterWorkingDays"
  | "redAfterWorkingDays"
  | "holidays"
  | "claimEndsAfterWorkingDays"
  | "approvalsNeedTwo"
  | "asksLinks"
  | "disposableDomains"
  | "declineReasons"
>;

export const readReviewSettings = (): Promise<ReviewSettings> => readSettings();
