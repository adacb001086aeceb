import { pageChangeSchema, type PageChange } from "@/lib/actions/page-changes";
import { prisma } from "@/lib/db";
import { findEditedPage, type EditedPage } from "@/lib/members/page/queries";
import { hashToken } from "@/lib/tokens";

export const parseChanges = (stored: unknown): PageChange[] =>
  pageChangeSchema.array().parse(stored);

/** What a contact may propose changes to. Null for an unknown or expired link. */
export async function findPageByToken(token: string, now = new Date()): Promise<EditedPage | null> {
  const link = await prisma.pageLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { gt: now },
      contact: { city: { signatory: { state: { not: "merged" } } } },
    },
    select: { contact: { select: { cityId: true } } },
  });
  return link ? findEditedPage(link.contact.cityId) : null;
}

/** Those that wait for a decision, the oldest first. */
export const listProposals = () =>
  prisma.pageProposal.findMany({
    where: { decidedAt: null, city: { signatory: { isNot: null } } },
    select: { id: true, createdAt: true, city: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
  });

/** With the page as it stands now. Null where it is decided or deleted. */
export async function findProposal(id: string) {
  const proposal = await prisma.pageProposal.findFirst({
    where: { id, decidedAt: null },
    select: { cityId: true, changes: true, createdAt: true },
  });
  const page = proposal && (await findEditedPage(proposal.cityId));
  if (!page) return null;
  return { page, createdAt: proposal.createdAt, changes: parseChanges(proposal.changes) };
}
