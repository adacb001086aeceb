import { parseContent, type SavedContent } from "@/lib/applications/saved-forms/saved-form";
import { unseal } from "@/lib/applications/saved-forms/seal";
import { prisma } from "@/lib/db";
import { hashToken } from "@/lib/tokens";

/** Null when the link is unknown, has expired, or a later one has replaced it. */
export async function findSavedForm(
  token: string,
  now = new Date(),
): Promise<(SavedContent & { submissionKey: string }) | null> {
  const saved = await prisma.savedForm.findUnique({
    where: { tokenHash: hashToken(token), expiresAt: { gt: now } },
    select: { submissionKey: true, sealed: true },
  });
  if (!saved) return null;
  return { submissionKey: saved.submissionKey, ...parseContent(unseal(saved.sealed, token)) };
}
