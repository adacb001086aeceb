import { randomUUID } from "node:crypto";
import { outdatedEvidence } from "@/lib/applications/correction";
import { maxFiles, maxFilesPerDay } from "@/lib/applications/files/file-limits";
import { readMandateFile, type FileRefusal } from "@/lib/applications/files/read-file";
import { forgetBytes, forgetLeftBytes, storeBytes } from "@/lib/applications/files/storage";
import { findApplicationByToken } from "@/lib/applications/queries";
import { undecidedStates } from "@/lib/applications/review/decisions";
import { prisma, type Transaction } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { recordEvent } from "@/lib/events";
import { checkText, tidy } from "@/lib/forms";
import type { Result } from "@/lib/result";

const maxNameLength = 100;

type NewFile = { name: string; bytes: Buffer };

type AddingRefusal = FileRefusal | "unknown" | "closed" | "tooMany" | "tooManyToday";

export async function addMandateFile(token: string, file: NewFile): Promise<Result<AddingRefusal>> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  if (!undecidedStates.includes(application.state)) return { ok: false, reason: "closed" };
  if (application.mandateFiles.length >= maxFiles) return { ok: false, reason: "tooMany" };
  const read = await readMandateFile(file.bytes);
  if (!read.ok) return read;

  const id = randomUUID();
  const bytes = await storeBytes(id, read.bytes);
  const stored = await prisma.$transaction(async (tx): Promise<Result<AddingRefusal>> => {
    // Locks the row, so that no more than can be are added at once.
    if (!(await raiseVersion(tx, application.id))) return { ok: false, reason: "closed" };
    const count = await tx.mandateFile.count({ where: { applicationId: application.id } });
    if (count >= maxFiles) return { ok: false, reason: "tooMany" };
    const today = await tx.event.count({
      where: {
        applicationId: application.id,
        kind: "application_file_added",
        at: { gt: before(new Date(), dayMs) },
      },
    });
    if (today >= maxFilesPerDay) return { ok: false, reason: "tooManyToday" };
    await tx.mandateFile.create({
      data: {
        ...{ id, bytes, format: read.format, byteCount: read.bytes.length },
        applicationId: application.id,
        name: shownName(file.name),
      },
    });
    await recordChange(tx, "application_file_added", application);
    return { ok: true };
  });
  if (!stored.ok) await forgetBytes([id]);
  return stored;
}

/** Idempotent. */
export async function removeMandateFile(
  token: string,
  fileId: string,
): Promise<Result<"unknown" | "closed">> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  const file = application.mandateFiles.find(({ id }) => id === fileId);
  if (!file) return { ok: true };
  const removed = await prisma.$transaction(async (tx): Promise<Result<"closed">> => {
    if (!(await raiseVersion(tx, application.id))) return { ok: false, reason: "closed" };
    const { count } = await tx.mandateFile.deleteMany({ where: { id: file.id } });
    if (count > 0) await recordChange(tx, "application_file_removed", application);
    return { ok: true };
  });
  if (removed.ok) await forgetBytes([file.id]);
  return removed;
}

/** Their bytes are to be forgotten once this is committed: see forgetBytes(). */
export async function deleteMandateFiles(
  tx: Transaction,
  applicationId: string,
): Promise<string[]> {
  const files = await tx.mandateFile.findMany({ where: { applicationId }, select: { id: true } });
  await tx.mandateFile.deleteMany({ where: { applicationId } });
  return files.map(({ id }) => id);
}

/** What a process that died has left. Returns how many. */
export const forgetLeftFiles = (now: Date): Promise<number> =>
  forgetLeftBytes(async (ids) => {
    const known = await prisma.mandateFile.findMany({
      where: { id: { in: ids } },
      select: { id: true },
    });
    return known.map(({ id }) => id);
  }, now);

/** Nobody decides on files that they have not seen. */
async function raiseVersion(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.application.updateMany({
    where: { id, state: { in: [...undecidedStates] } },
    data: { version: { increment: 1 } },
  });
  return count > 0;
}

async function recordChange(
  tx: Transaction,
  kind: "application_file_added" | "application_file_removed",
  { id: applicationId, cityId }: { id: string; cityId: number },
): Promise<void> {
  const fields = ["mandateFiles"];
  await tx.evidenceTick.deleteMany({
    where: { applicationId, criterion: { in: outdatedEvidence(fields) } },
  });
  await recordEvent(tx, { kind, actor: "applicant", applicationId, cityId, detail: { fields } });
}

/** Empty where nothing of it can be shown. */
function shownName(typed: string): string {
  const name = [...tidy(typed)].slice(0, maxNameLength).join("");
  return checkText(name, maxNameLength) ? "" : name;
}
