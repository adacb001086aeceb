import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { MailContent } from "@/lib/mail/outbox";
import { after, before, dayMs, minuteMs } from "@/lib/durations";

/** A mail that this process delivers now. `attempts` counts this try. */
export type ClaimedMail = MailContent & {
  id: string;
  recipient: string;
  unsubscribeUrl: string | null;
  attempts: number;
};

/** Longer than any try can take: after it, a mail whose process died is due again. */
const claimInMinutes = 15;

/** How long it is known that a mail was sent, and to which address. */
export const mailKeptForDays = 90;

/**
 * Takes the mail that has been due longest, so that no other process takes it too; null when none
 * is due.
 */
export async function claimDueMail(now: Date): Promise<ClaimedMail | null> {
  const dueAgainAt = after(now, claimInMinutes * minuteMs);
  const [mail] = await prisma.$queryRaw<ClaimedMail[]>`
    UPDATE mail SET due_at = ${dueAgainAt}, attempts = attempts + 1
    WHERE id = (SELECT id FROM mail WHERE due_at <= ${now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, recipient, subject, text, html, unsubscribe_url AS "unsubscribeUrl", attempts`;
  return mail ?? null;
}

/**
 * Writes down that the mail server has taken a mail, and empties it: its links act for whoever
 * reads them.
 */
export async function markDelivered(id: string, now: Date): Promise<void> {
  const emptied = { text: null, html: null, unsubscribeUrl: null, lastError: null };
  // None, where whoever it went to has had everything deleted meanwhile.
  await prisma.mail.updateMany({
    where: { id },
    data: { sentAt: now, dueAt: null, failedAt: null, ...emptied },
  });
}

/**
 * Writes down that a try failed, unless the mail was taken again since.
 * @param error without addresses or words of the mail
 * @param nextTryAt null when there is to be none
 */
export async function markFailedTry(
  { id, attempts }: ClaimedMail,
  error: string,
  nextTryAt: Date | null,
  now: Date,
): Promise<void> {
  await prisma.mail.updateMany({
    where: { id, attempts, sentAt: null },
    data: { lastError: error, dueAt: nextTryAt, failedAt: nextTryAt ? null : now },
  });
}

/**
 * Sends a mail that failed once more, with all its tries before it. Pressed twice, it is sent once.
 * @param staffId who wants it
 */
export async function retryMail(id: string, staffId: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, failedAt: { not: null } },
      data: { attempts: 0, failedAt: null, dueAt: new Date() },
    });
    if (count === 0) return;
    const { kind, applicationId } = await tx.mail.findUniqueOrThrow({
      where: { id },
      select: { kind: true, applicationId: true },
    });
    await recordEvent(tx, {
      kind: "mail.retried",
      actor: "staff",
      staffId,
      applicationId: applicationId ?? undefined,
      detail: { mail: kind },
    });
  });
}

/**
 * Deletes every mail that is older than that, however it ended: each names a person's address.
 * Returns how many.
 */
export async function deleteOldMails(now: Date): Promise<number> {
  const { count } = await prisma.mail.deleteMany({
    where: { createdAt: { lt: before(now, mailKeptForDays * dayMs) } },
  });
  return count;
}
