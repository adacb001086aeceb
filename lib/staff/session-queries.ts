import { prisma } from "@/lib/db";

/** Newest first, with nothing that a session could be taken over by. */
export async function listSessions(userId: string, ownTokenHash: string | null) {
  const sessions = await prisma.session.findMany({
    where: { userId, expires: { gt: new Date() } },
    select: { id: true, sessionToken: true, createdAt: true, expires: true, device: true },
    orderBy: { createdAt: "desc" },
  });
  return sessions.map(({ sessionToken, ...session }) => ({
    ...session,
    isThisOne: sessionToken === ownTokenHash,
  }));
}

export type StaffSession = Awaited<ReturnType<typeof listSessions>>[number];
