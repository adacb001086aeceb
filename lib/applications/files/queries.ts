import { z } from "zod";
import { loadBytes } from "@/lib/applications/files/storage";
import { undecidedStates } from "@/lib/applications/review/decisions";
import { prisma } from "@/lib/db";
import { hashToken } from "@/lib/tokens";

const idSchema = z.uuid();

/** For reviewers. Null where there is no such file. */
export async function findMandateFile(applicationId: string, fileId: string) {
  if (!idSchema.safeParse(applicationId).success || !idSchema.safeParse(fileId).success)
    return null;
  const file = await prisma.mandateFile.findFirst({
    where: { id: fileId, applicationId },
    select: {
      id: true,
      format: true,
      bytes: true,
      application: {
        select: {
          id: true,
          cityId: true,
          reference: true,
          mandateFiles: { select: { id: true }, orderBy: { addedAt: "asc" } },
        },
      },
    },
  });
  const bytes = file && (await loadBytes(file));
  if (!file || !bytes) return null;
  const { application, format } = file;
  const number = application.mandateFiles.findIndex(({ id }) => id === file.id) + 1;
  return { application, format, number, bytes };
}

/** Whether this token opens an application that is confirmed and not decided on. */
export async function mayAddFiles(token: string): Promise<boolean> {
  const link = await prisma.applicationLink.findUnique({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { gt: new Date() },
      application: { state: { in: [...undecidedStates] } },
    },
    select: { tokenHash: true },
  });
  return link !== null;
}
