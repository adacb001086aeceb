import { z } from "zod";
import { mentionMail } from "@/lib/applications/mails/reviewer-emails";
import { transact, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { recordEvent } from "@/lib/events";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import type { Result } from "@/lib/result";
import { permissions } from "@/lib/staff/permissions";

type NewNote = {
  applicationId: string;
  staffId: string;
  text: string;
  /** Those who review are told by email; others are not. */
  tellIds: readonly string[];
};

const maxNotes = 200;

/** The same note sent twice is one. */
export const writeNote = (note: NewNote): Promise<Result<"unknown" | "erased" | "tooMany">> =>
  transact((tx) => write(tx, note));

async function write(
  tx: Transaction,
  { applicationId, staffId, text, tellIds }: NewNote,
): Promise<Result<"unknown" | "erased" | "tooMany">> {
  // One after another, and never beside the erasure of what is personal.
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
  const application = await tx.application.findUnique({
    where: { id: applicationId },
    select: {
      reference: true,
      cityId: true,
      erasedAt: true,
      notes: { select: { staffId: true, text: true }, orderBy: { id: "desc" } },
    },
  });
  if (!application) return { ok: false, reason: "unknown" };
  const { reference, cityId, erasedAt, notes } = application;
  if (erasedAt) return { ok: false, reason: "erased" };
  if (notes[0]?.staffId === staffId && notes[0].text === text) return { ok: true };
  if (notes.length >= maxNotes) return { ok: false, reason: "tooMany" };

  const told = await listTold(tx, tellIds, staffId);
  await tx.applicationNote.create({
    data: {
      ...{ applicationId, staffId, text },
      mentions: { create: told.map(({ id }) => ({ staffId: id })) },
    },
  });
  await recordEvent(tx, {
    kind: "application_note_written",
    actor: "staff",
    ...{ staffId, applicationId, cityId },
  });
  const noteUrl = `${siteUrl()}/admin/applications/${applicationId}#notes`;
  for (const { email } of told)
    await enqueueMail(tx, {
      kind: "staff_mention",
      to: email,
      locale: defaultLocale,
      content: await mentionMail({ locale: defaultLocale, reference, noteUrl }),
    });
  return { ok: true };
}

const listTold = (
  tx: Transaction,
  ids: readonly string[],
  writerId: string,
): Promise<{ id: string; email: string }[]> =>
  tx.user.findMany({
    where: {
      id: { in: ids.filter((id) => z.uuid().safeParse(id).success), not: writerId },
      removedAt: null,
      role: { in: [...permissions.reviewApplications] },
    },
    select: { id: true, email: true },
  });
