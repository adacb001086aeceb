import type { Prisma } from "@/prisma/generated/client";

/** What was handed in and where it stands: what the applicant and the reviewers both see. */
export const handedIn = {
  id: true,
  reference: true,
  state: true,
  version: true,
  locale: true,
  cityId: true,
  declarationVersion: true,
  contactName: true,
  contactRole: true,
  contactDepartment: true,
  contactEmail: true,
  mandateBody: true,
  mandateDate: true,
  mandateAuthorityName: true,
  mandateAuthorityTitle: true,
  mandateUrl: true,
  isDecisionPublic: true,
  handedInAt: true,
  submittedAt: true,
  closedAt: true,
  erasedAt: true,
  answers: {
    select: { area: true, status: true, description: true, url: true },
    orderBy: { area: "asc" },
  },
} satisfies Prisma.ApplicationSelect;
