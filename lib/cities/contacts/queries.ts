import { prisma, type Transaction } from "@/lib/db";
import type { MemberContact, Prisma } from "@/prisma/generated/client";

const contact = {
  id: true,
  kind: true,
  name: true,
  role: true,
  email: true,
  locale: true,
  version: true,
} satisfies Prisma.MemberContactSelect;

export type Contact = Pick<MemberContact, keyof typeof contact>;

/** Never public: what shows them to staff records an opening. The first one first. */
export const listContacts = (cityId: number, client: Transaction = prisma): Promise<Contact[]> =>
  client.memberContact.findMany({
    where: { cityId },
    select: contact,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
