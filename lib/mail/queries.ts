import { prisma } from "@/lib/db";

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
