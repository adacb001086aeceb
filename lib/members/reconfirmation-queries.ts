import { listContacts, type Contact } from "@/lib/cities/contacts/queries";
import { prisma } from "@/lib/db";
import { hashToken } from "@/lib/tokens";

export type MemberToReconfirm = {
  reconfirmationId: string;
  cityId: number;
  name: string;
  slug: string;
  dueAt: Date;
  answeredAt: Date | null;
  /** It was overdue, and the membership is on hold since. */
  isOnHold: boolean;
  contacts: Contact[];
};

/** Null for an unknown or expired link, and for a city that is a member no more. */
export async function findMemberByToken(
  token: string,
  now = new Date(),
): Promise<MemberToReconfirm | null> {
  const link = await prisma.reconfirmationLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { gt: now },
      reconfirmation: { closedAt: null, city: { signatory: { isNot: null } } },
    },
    select: {
      reconfirmation: {
        select: {
          id: true,
          cityId: true,
          dueAt: true,
          answeredAt: true,
          lapsedAt: true,
          city: { select: { name: true, slug: true, signatory: { select: { state: true } } } },
        },
      },
    },
  });
  if (!link) return null;
  const { id, cityId, dueAt, answeredAt, lapsedAt, city } = link.reconfirmation;
  return {
    ...{ reconfirmationId: id, cityId, dueAt, answeredAt },
    ...{ name: city.name, slug: city.slug },
    isOnHold: lapsedAt !== null && city.signatory?.state === "on_hold",
    contacts: await listContacts(cityId),
  };
}

/** For staff: the last ones of a city, newest first. */
export const listReconfirmations = (cityId: number) =>
  prisma.reconfirmation.findMany({
    where: { cityId },
    select: {
      id: true,
      askedAt: true,
      dueAt: true,
      reachedAt: true,
      remindedAt: true,
      answeredAt: true,
      lapsedAt: true,
      closedAt: true,
    },
    orderBy: { askedAt: "desc" },
    take: 5,
  });

export type StaffReconfirmation = Awaited<ReturnType<typeof listReconfirmations>>[number];
