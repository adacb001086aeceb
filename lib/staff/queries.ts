import { prisma } from "@/lib/db";
import type { DigestPeriod } from "@/prisma/generated/enums";

/** Administrators first, then by address. */
export const listStaff = () =>
  prisma.user.findMany({
    where: { removedAt: null },
    select: { id: true, email: true, name: true, role: true, createdAt: true },
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
