import { admitApplication, takeApplication, type MailRefusalReason } from "@/lib/abuse/mail-budget";
import { continueMail } from "@/lib/applications/mails/emails";
import { serializeContent, type SavedContent } from "@/lib/applications/saved-forms/saved-form";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
import { seal } from "@/lib/applications/saved-forms/seal";
import { prisma } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import type { Result } from "@/lib/result";
import { hashToken, newToken } from "@/lib/tokens";

type FormToSave = SavedContent & { submissionKey: string; email: string; locale: Locale };

/** Counts as an application of its mailbox. `network`: see networkOf(), null when unknown. */
export async function saveForm(
  { submissionKey, email, locale, ...content }: FormToSave,
  network: string | null,
  now = new Date(),
): Promise<Result<MailRefusalReason>> {
  const admission = await admitApplication(email, network, now);
  if (!admission.ok) return admission;
  const token = newToken();
  const saved = {
    tokenHash: hashToken(token),
    sealed: new Uint8Array(seal(serializeContent(content), token)),
    expiresAt: after(now, savedFormDays * dayMs),
  };
  const continueUrl = siteUrl() + href(locale, `/join/continue/${token}`);
  return prisma.$transaction(async (tx) => {
    const taken = await takeApplication(tx, email, now);
    if (!taken.ok) return taken;
    await tx.savedForm.upsert({
      where: { submissionKey },
      create: { submissionKey, ...saved },
      update: saved,
    });
    await enqueueMail(tx, {
      kind: "application_continue",
      to: email,
      locale,
      notBefore: taken.mailAt,
      content: await continueMail({ locale, continueUrl }),
    });
    return { ok: true };
  });
}

/** Returns how many were deleted. */
export async function deleteExpiredForms(now: Date): Promise<number> {
  return (await prisma.savedForm.deleteMany({ where: { expiresAt: { lte: now } } })).count;
}
