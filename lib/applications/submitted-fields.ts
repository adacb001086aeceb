import type { Prisma } from "@/prisma/generated/client";

/** The columns that both the applicant and the reviewers see. */
export const submittedFields = {
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
  submittedAt: true,
  confirmedAt: true,
  closedAt: true,
  erasedAt: true,
  answers: {
    select: { area: true, status: true, description: true, url: true },
    orderBy: { area: "asc" },
  },
} satisfies Prisma.ApplicationSelect;
