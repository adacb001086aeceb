import { formatDay, reasonLabels } from "@/components/review/labels";
import type { Settings } from "@/lib/settings/schema";
import { DeclineReason } from "@/prisma/generated/enums";

export const settingLabels: Readonly<Record<keyof Settings, string>> = {
  targetCities: "Target number of cities",
  amberAfterWorkingDays: "Amber after",
  redAfterWorkingDays: "Red after",
  holidays: "Holidays",
  claimEndsAfterWorkingDays: "A claim ends after",
  morningMailHour: "Morning email at",
  morningMailTimeZone: "Time zone of the morning email",
  reconfirmAfterMonths: "Members are asked again after",
  reconfirmWithinDays: "Members have time to answer",
  reconfirmReminderDays: "They are reminded before",
  openingsKeptForMonths: "The log of openings goes back",
  asksLinks: "Check that links to decisions work",
  appealDays: "An appeal is possible for",
  approvalsNeedTwo: "An approval needs two reviewers",
  sampledPercent: "Decisions that a second reviewer looks at",
  spotCheckSize: "Residents that a spot check asks",
  shareAlarmPercent: "Alarm beyond a share of the people",
  burstAlarmAsks: "Alarm beyond endorsements in an hour",
  disposableDomains: "Domains of disposable addresses",
  declineReasons: "Reasons to decline that reviewers can choose",
  publicationsNeedTwo: "A publication needs a second reader",
  contactAddress: "Address for questions",
  pressAddress: "Address for journalists",
};

/** @param value of an event: an earlier release may have written it */
export function formatSetting(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.map(formatEntry).join("; ") : "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === "" ? "none" : String(value);
}

function formatEntry(entry: unknown): string {
  const written = String(entry);
  const reason = Object.values(DeclineReason).find((each) => each === written);
  if (reason) return reasonLabels[reason].toLowerCase();
  return /^\d{4}-\d\d-\d\d$/.test(written) ? formatDay(new Date(written)) : written;
}
