import type { MemberView } from "@/lib/cities/member-schema";
import type { CityLinkKind, ContactKind, SignatoryState } from "@/prisma/generated/enums";

export const memberStateNames: Readonly<Record<SignatoryState, string>> = {
  active: "Member",
  on_hold: "On hold",
  suspended: "Suspended",
  merged: "Leads to another city",
};

export const memberViewNames: Readonly<Record<MemberView, string>> = {
  all: "All",
  no_contact: "No contact",
  asked: "Asked, no answer yet",
  paused: "On hold or suspended",
  merged: "Lead to another city",
};

export const contactKindNames: Readonly<Record<ContactKind, string>> = {
  general: "Everything",
  political: "Political questions",
  technical: "Technical questions",
  communication: "Communication",
};

export const linkKindNames: Readonly<Record<CityLinkKind, string>> = {
  merged: "Part of the other city now",
  duplicate: "The same city, listed twice",
};
