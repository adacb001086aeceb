import type { Standing } from "@/lib/endorsements/city-standing";
import type { BulkReviewAction, CityStepKind, HoldReason } from "@/prisma/generated/enums";

// What staff read of endorsements.

export const holdReasonNames: Readonly<Record<HoldReason, string>> = {
  honeypot: "Hidden field filled in",
  too_fast: "Faster than people type",
  replayed_form: "One form, many addresses",
  network: "Many from one network",
  mail_domain: "Many at one mail domain",
  city: "Very many for one city",
  blocked: "Blocked or invalidated before",
  under_attack: "Site was under attack",
};

export const standingNames: Readonly<Record<Standing, string>> = {
  asked: "Asked",
  contacted: "Contacted",
  applied: "Applied",
  signatory: "Signatory",
  on_hold: "On hold",
  left: "Left",
};

export const stepNames: Readonly<Record<CityStepKind, { name: string; button: string }>> = {
  contacted: { name: "Contacted", button: "Record that the city was contacted" },
  on_hold: { name: "Put on hold", button: "Put the membership on hold" },
  resumed: { name: "Resumed", button: "Let the membership go on" },
  left: { name: "Left", button: "Record that the city has left, and take it off the public list" },
};

export const bulkNames: Readonly<Record<BulkReviewAction, string>> = { release: "released", invalidate: "invalidated" };

type Colleague = { name: string | null; email: string };

export const nameOf = ({ name, email }: Colleague): string => name ?? email;
