import { prisma } from "@/lib/db";

/** Oldest first; days are midnight UTC. `since` and `before` as in `since <= day < before`. */
export const listMailTallies = (since: Date, before: Date) =>
  prisma.mailTally.findMany({
    where: { day: { gte: since, lt: before } },
    select: { day: true, delivered: true, givenUp: true, refused: true },
    orderBy: { day: "asc" },
  });

/** Midnight UTC; null where none is counted yet. */
export async function findFirstMailDay(): Promise<Date | null> {
  const first = await prisma.mailTally.findFirst({
    select: { day: true },
    orderBy: { day: "asc" },
  });
  return first?.day ?? null;
}

/** Mails given up on, newest first. */
export function listFailedMails() {
  return prisma.mail.findMany({
    where: { failedAt: { not: null }, dismissedAt: null },
    orderBy: { failedAt: "desc" },
    select: {
      id: true,
      kind: true,
      recipient: true,
      subject: true,
      applicationId: true,
      lastError: true,
      failedAt: true,
    },
    take: 100,
  });
}

const kept = { dueAt: null, sentAt: null, failedAt: null };

/** Mails written while there was no mail server, newest first. */
export function listKeptMails() {
  return prisma.mail.findMany({
    where: kept,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, kind: true, recipient: true, subject: true, createdAt: true },
    take: 200,
  });
}

export function findKeptMail(id: string) {
  return prisma.mail.findFirst({
    where: { id, ...kept },
    select: {
      id: true,
      kind: true,
      recipient: true,
      subject: true,
      createdAt: true,
      text: true,
      html: true,
    },
  });
}

export const countKeptMails = (): Promise<number> => prisma.mail.count({ where: kept });
