import { prisma } from "@/lib/db";
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

export async function getDigest(staffId: string): Promise<DigestPeriod> {
  return (await prisma.user.findUniqueOrThrow({ where: { id: staffId }, select: { digest: true } }))
    .digest;
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
