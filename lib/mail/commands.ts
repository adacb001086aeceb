import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { MailContent } from "@/lib/mail/outbox";
import type { Result } from "@/lib/result";
import { after, before, dayMs, minuteMs, startOfDay } from "@/lib/durations";
import type { MailKind } from "@/prisma/generated/enums";

/** `attempts` includes the current one. */
export type ClaimedMail = MailContent & {
  id: string;
  recipient: string;
  unsubscribeUrl: string | null;
  attempts: number;
};

/** Longer than any attempt: afterwards the mail of a crashed process is due again. */
export const claimInMinutes = 15;

/** Counted from when the mail was written, whatever became of it. */
export const mailKeptForDays = 90;

/** Claims the mail due longest, exclusively among processes; null when none is due. */
export async function claimDueMail(now: Date): Promise<ClaimedMail | null> {
  const dueAgainAt = after(now, claimInMinutes * minuteMs);
  const [mail] = await prisma.$queryRaw<ClaimedMail[]>`
    UPDATE mail SET due_at = ${dueAgainAt}, attempts = attempts + 1
    WHERE id = (SELECT id FROM mail WHERE due_at <= ${now}
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, recipient, subject, text, html, unsubscribe_url AS "unsubscribeUrl", attempts`;
  return mail ?? null;
}

/** Clears the content too: links in it work for anyone who reads them. */
export async function markDelivered(id: string, now: Date): Promise<void> {
  const emptied = { text: null, html: null, unsubscribeUrl: null, lastError: null };
  await prisma.$transaction(async (tx) => {
    // updateMany, because the mail may have been deleted meanwhile.
    await tx.mail.updateMany({
      where: { id },
      data: { sentAt: now, dueAt: null, failedAt: null, ...emptied },
    });
    await countMails(tx, ["delivered"], now);
  });
}

type FailedTry = {
  /** Without addresses. */
  failure: string;
  isRefused: boolean;
  /** Null: it is given up. */
  nextTryAt: Date | null;
};

/** Does nothing if the mail was claimed again. */
export async function markFailedTry(
  { id, attempts }: ClaimedMail,
  { failure, isRefused, nextTryAt }: FailedTry,
  now: Date,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, attempts, sentAt: null },
      data: { lastError: failure, dueAt: nextTryAt, failedAt: nextTryAt ? null : now },
    });
    if (count > 0 && !nextTryAt)
      await countMails(tx, isRefused ? ["givenUp", "refused"] : ["givenUp"], now);
  });
}

/** Last in its transaction, because all deliveries of a day share the row. */
async function countMails(
  tx: Transaction,
  counts: ("delivered" | "givenUp" | "refused")[],
  now: Date,
): Promise<void> {
  const day = startOfDay(now);
  await tx.mailTally.upsert({
    where: { day },
    create: { day, ...Object.fromEntries(counts.map((count) => [count, 1])) },
    update: Object.fromEntries(counts.map((count) => [count, { increment: 1 }])),
  });
}

const failed = { failedAt: { not: null }, dismissedAt: null } as const;

/** `dealtWith`: it has not failed, or a colleague was faster. */
type FailedMailResult<Value = unknown> = Result<"dealtWith", Value>;

/** Idempotent. */
export function retryMail(id: string, staffId: string): Promise<FailedMailResult> {
  return prisma.$transaction(async (tx) => {
    const retried = await retryFailed(tx, id);
    if (!retried.ok) return retried;
    await recordEvent(tx, { kind: "mail_retried", ...byStaff(staffId, retried.mail) });
    return { ok: true };
  });
}

type FailedMail = { kind: MailKind; recipient: string; applicationId: string | null };

/** Of two calls at once, the second waits and is refused. Returns the mail as it was before. */
export async function retryFailed(
  tx: Transaction,
  id: string,
  recipient?: string,
): Promise<FailedMailResult<{ mail: FailedMail }>> {
  await tx.$queryRaw`SELECT id FROM mail WHERE id = ${id}::uuid FOR UPDATE`;
  const mail = await tx.mail.findFirst({
    where: { id, ...failed },
    select: { kind: true, recipient: true, applicationId: true },
  });
  if (!mail) return { ok: false, reason: "dealtWith" };
  await tx.mail.update({
    where: { id },
    data: { attempts: 0, failedAt: null, dueAt: new Date(), ...(recipient && { recipient }) },
  });
  return { ok: true, mail };
}

export function dismissMail(
  id: string,
  staffId: string,
  now = new Date(),
): Promise<FailedMailResult> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, ...failed },
      data: { dismissedAt: now },
    });
    if (count === 0) return { ok: false, reason: "dealtWith" };
    const mail = await tx.mail.findUniqueOrThrow({
      where: { id },
      select: { kind: true, applicationId: true },
    });
    await recordEvent(tx, { kind: "mail_dismissed", ...byStaff(staffId, mail) });
    return { ok: true };
  });
}

const byStaff = (
  staffId: string,
  { kind, applicationId }: Pick<FailedMail, "kind" | "applicationId">,
) =>
  ({
    actor: "staff",
    staffId,
    applicationId: applicationId ?? undefined,
    detail: { mail: kind },
  }) as const;

/** Whatever their state, because each holds a person's address. Returns how many. */
export async function deleteOldMails(now: Date): Promise<number> {
  const { count } = await prisma.mail.deleteMany({
    where: { createdAt: { lt: before(now, mailKeptForDays * dayMs) } },
  });
  return count;
}
