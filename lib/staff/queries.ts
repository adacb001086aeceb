import { prisma } from "@/lib/db";
import { permissions } from "@/lib/staff/permissions";
import { hashToken } from "@/lib/tokens";
import type { DigestPeriod } from "@/prisma/generated/enums";

/** Administrators first, then by address; with the number of browsers they are signed in with. */
export const listStaff = () =>
  prisma.user.findMany({
    where: { removedAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      createdAt: true,
      _count: { select: { sessions: { where: { expires: { gt: new Date() } } } } },
    },
    orderBy: [{ role: "desc" }, { email: "asc" }],
  });

export const getMailChoices = (
  staffId: string,
): Promise<{ digest: DigestPeriod; hasMorningMail: boolean }> =>
  prisma.user.findUniqueOrThrow({
    where: { id: staffId },
    select: { digest: true, hasMorningMail: true },
  });

/** Whom applications can be given to, by name. */
export async function listReviewers(): Promise<{ id: string; name: string }[]> {
  const reviewers = await prisma.user.findMany({
    where: { removedAt: null, role: { in: [...permissions.reviewApplications] } },
    select: { id: true, name: true, email: true },
  });
  return reviewers
    .map(({ id, name, email }) => ({ id, name: name ?? email }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** `languages`: of the applications that they want; none: of all. */
export const getReviewChoices = (staffId: string) =>
  prisma.user.findUniqueOrThrow({
    where: { id: staffId },
    select: { languages: true, hasShortcuts: true },
  });

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];

/** Whether somebody on the staff is signed in with this token of a session. */
export const isStaffToken = async (token: string): Promise<boolean> =>
  (await prisma.session.count({
    where: {
      sessionToken: hashToken(token),
      expires: { gt: new Date() },
      user: { removedAt: null },
    },
  })) > 0;
