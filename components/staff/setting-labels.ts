import { formatDay } from "@/components/review/labels";
import type { Settings } from "@/lib/settings/schema";

export const settingLabels: Readonly<Record<keyof Settings, string>> = {
  targetCities: "Target number of cities",
  amberAfterWorkingDays: "Amber after",
  redAfterWorkingDays: "Red after",
  holidays: "Holidays",
  claimEndsAfterWorkingDays: "A claim ends after",
  approvalsNeedFourEyes: "Approvals need two reviewers",
  secondReviewShare: "Decisions that a second reviewer looks at",
  openingsKeptForMonths: "Openings are kept for",
};

/** @param value of an event: an earlier release may have written it */
export function formatSetting(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return value.length > 0
      ? value.map((day) => formatDay(new Date(String(day)))).join("; ")
      : "none";
  if (name === "secondReviewShare") return `${Math.round(Number(value) * 100)} %`;
  return String(value);
}
