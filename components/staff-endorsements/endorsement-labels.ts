import type { Standing } from "@/lib/endorsements/city-progress/city-standing";
import type { FilterField, ReviewFilter } from "@/lib/endorsements/review/review-filter";
import type { BulkReviewAction, CityStepKind, HoldReason } from "@/prisma/generated/enums";

// What staff read of endorsements.

export const holdReasonNames: Readonly<Record<HoldReason, string>> = {
  honeypot: "Hidden field filled in",
  too_fast: "Faster than people type",
  replayed_form: "One form, many addresses",
  network: "Many from one network",
  mail_domain: "Many at one email domain",
  city: "Very many for one city",
  blocked: "Blocked or invalidated before",
  under_attack: "Site was under attack",
  no_proof: "No proof of work",
  city_share: "Alarm: large share of the people",
  city_burst: "Alarm: burst of endorsements",
};

export const standingNames: Readonly<Record<Standing, string>> = {
  endorsed: "Asked",
  contacted: "Contacted",
  applied: "Applied",
  signatory: "Signatory",
  on_hold: "On hold",
  suspended: "Suspended",
  left: "Left",
};

export const stepNames: Readonly<Record<CityStepKind, { name: string; button: string }>> = {
  contacted: { name: "Contacted", button: "Record that the city was contacted" },
  on_hold: { name: "Put on hold", button: "Put the membership on hold" },
  suspended: { name: "Suspended", button: "Suspend the membership" },
  resumed: { name: "Resumed", button: "Resume the membership" },
  left: { name: "Left", button: "Record that the city has left, and take it off the public list" },
};

export const bulkNames: Readonly<Record<BulkReviewAction, string>> = {
  release: "released",
  invalidate: "invalidated",
};

/** What to do about a field of the filter that makes no sense. */
export const filterProblems: Readonly<Record<FilterField, string>> = {
  state: "Choose which ones are meant",
  city: "No city has this name. Write another, for example Ghent, Belgium",
  reason: "Choose a reason of the list",
  domain: "Write an email domain, for example spam.example",
  network: "Write the four characters of the code, for example 4f2a",
  from: "Write a day and a time",
  to: "Write a day and a time",
};

export const severalCities = "Several cities have this name. Choose one of them below";

/** E.g. "Those that count, at spam.example, confirmed from 2026-11-22 23:00". */
export function formatFilter(
  { state, reason, domain, network, from, to }: ReviewFilter,
  cityName: string | null,
): string {
  const parts = [
    state === "held" ? "Held ones" : "Those that count",
    reason && holdReasonNames[reason].toLowerCase(),
    domain && `at ${domain}`,
    cityName,
    network && `network ${network}`,
    from && `confirmed from ${from.replace("T", " ")}`,
    to && `confirmed before ${to.replace("T", " ")}`,
  ];
  return parts.filter(Boolean).join(", ");
}

type Colleague = { name: string | null; email: string };

export const nameOf = ({ name, email }: Colleague): string => name ?? email;
