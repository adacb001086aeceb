import { prisma } from "@/lib/db";

/** Everyone who may enter the panel now, administrators first, then by address. */
export const listStaff = () =>
  prisma.user.findMany({
    where: { removedAt: null },
    select: { id: true, email: true, name: true, role: true, createdAt: true },
    orderBy: [{ role: "desc" }, { email: "asc" }],
  });

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];
