import { takeMailSoon } from "@/lib/abuse/mail-budget";
import { secondContactMail } from "@/lib/applications/mails/emails";
import { issueStatusLink } from "@/lib/applications/mails/links";
import { findApplicationByToken } from "@/lib/applications/queries";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { recordEvent } from "@/lib/events";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import type { Result } from "@/lib/result";
import { hashToken, newToken } from "@/lib/tokens";

type Invited = { id: string; locale: string; city: { name: string } };

/** Asks the colleague whether they agree, once the applicant's own address is confirmed. */
export async function inviteSecondContact(
  tx: Transaction,
  { id: applicationId, locale: name, city }: Invited,
  now: Date,
): Promise<void> {
  const second = await tx.secondContact.findUnique({
    where: { applicationId },
    select: { email: true },
  });
  const mailAt = second && (await takeMailSoon(tx, second.email, now));
  if (!mailAt) return;
  const token = newToken();
  await tx.secondContact.update({
    where: { applicationId },
    data: { tokenHash: hashToken(token), invitedAt: now },
  });
  const locale = toLocale(name);
  const answerUrl = siteUrl() + href(locale, `/applications/colleague/${token}`);
  await enqueueMail(tx, {
    kind: "application_second_contact",
    to: second.email,
    locale,
    applicationId,
    notBefore: mailAt,
    content: await secondContactMail({ locale, cityName: city.name, answerUrl }),
  });
}

/** The token in the email that asked them. */
export const findInvitation = (token: string) =>
  prisma.secondContact.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      applicationId: true,
      agreedAt: true,
      application: {
        select: { cityId: true, locale: true, reference: true, city: { select: { name: true } } },
      },
    },
  });

/** Idempotent: whoever agreed gets a further link. */
export async function agreeAsSecondContact(
  token: string,
): Promise<Result<"unknown", { statusUrl: string }>> {
  const invitation = await findInvitation(token);
  if (!invitation) return { ok: false, reason: "unknown" };
  const { applicationId, application } = invitation;
  return prisma.$transaction(async (tx): Promise<Result<"unknown", { statusUrl: string }>> => {
    const { count } = await tx.secondContact.updateMany({
      where: { tokenHash: hashToken(token), agreedAt: null },
      data: { agreedAt: new Date() },
    });
    if (count > 0)
      await record(tx, "application_second_contact_agreed", applicationId, application.cityId);
    else if ((await tx.secondContact.count({ where: { tokenHash: hashToken(token) } })) === 0)
      return { ok: false, reason: "unknown" };
    const statusUrl = await issueStatusLink(tx, applicationId, toLocale(application.locale), {
      isOfSecond: true,
    });
    return { ok: true, statusUrl };
  });
}

/** By themselves, with the token of the email that asked them. Idempotent. */
export async function declineAsSecondContact(token: string): Promise<void> {
  const invitation = await findInvitation(token);
  if (invitation) await remove(invitation.applicationId, invitation.application.cityId);
}

/** By whoever has the link of the application. Idempotent. */
export async function removeSecondContact(token: string): Promise<void> {
  const application = await findApplicationByToken(token);
  if (application) await remove(application.id, application.cityId);
}

async function remove(applicationId: string, cityId: number): Promise<void> {
  await prisma.$transaction(async (tx) => {
    if (await forgetSecondContact(tx, applicationId))
      await record(tx, "application_second_contact_removed", applicationId, cityId);
  });
}

/** With every link and email that they got. False where there is none. */
export async function forgetSecondContact(
  tx: Transaction,
  applicationId: string,
): Promise<boolean> {
  const second = await tx.secondContact.findUnique({
    where: { applicationId },
    select: { email: true },
  });
  if (!second) return false;
  const { count } = await tx.secondContact.deleteMany({ where: { applicationId } });
  await tx.applicationLink.deleteMany({ where: { applicationId, isOfSecond: true } });
  await tx.mail.deleteMany({ where: { applicationId, recipient: second.email } });
  return count > 0;
}

const record = (
  tx: Transaction,
  kind: "application_second_contact_agreed" | "application_second_contact_removed",
  applicationId: string,
  cityId: number,
) => recordEvent(tx, { kind, actor: "applicant", applicationId, cityId });
