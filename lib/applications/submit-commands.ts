import { createHash, randomUUID } from "node:crypto";
import { correctionData } from "@/lib/applications/correction";
import { confirmAddressMail } from "@/lib/applications/mails/emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import { findStanding } from "@/lib/applications/queries";
import { newReference } from "@/lib/applications/reference";
import { consentVersion } from "@/lib/applications/receipt";
import type { AnsweredApplication } from "@/lib/applications/schema";
import { checklistAreas } from "@/lib/applications/fields";
import { admitApplication, takeApplication, type MailRefusalReason } from "@/lib/abuse/mail-budget";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { ensureCity } from "@/lib/cities/commands";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Locale } from "@/lib/i18n/locales";
import { findPlace } from "@/lib/places/search";
import type { Result } from "@/lib/result";

/** `submissionKey` is a UUID made when the form was opened. */
export type NewApplication = AnsweredApplication & {
  submissionKey: string;
  locale: Locale;
  declarationVersion: string;
};

export type SubmissionRefusalReason =
  "unknownCity" | "signatory" | "underReview" | MailRefusalReason;

type SubmissionResult = Result<SubmissionRefusalReason, { reference: string }>;

/** Idempotent by submission key. `network`: see networkOf(), null when unknown. */
export async function submitApplication(
  application: NewApplication,
  network: string | null,
  now = new Date(),
): Promise<SubmissionResult> {
  const submissionKey = keyOf(application);
  const known = await findSubmitted(prisma, submissionKey);
  if (known) return known;
  if (!(await findPlace(application.cityId))) return { ok: false, reason: "unknownCity" };
  const standing = await findStanding(application.cityId);
  if (standing !== "free") return { ok: false, reason: standing };
  const admission = await admitApplication(application.contactEmail, network, now);
  // The same form may have been posted a moment ago and used up the limit.
  if (!admission.ok) return (await findSubmitted(prisma, submissionKey)) ?? admission;
  return storeApplication(application, submissionKey, now);
}

async function storeApplication(
  application: NewApplication,
  submissionKey: string,
  now: Date,
): Promise<SubmissionResult> {
  return prisma.$transaction(async (tx) => {
    await lockAddress(tx, application.contactEmail);
    const submitted = await findSubmitted(tx, submissionKey);
    if (submitted) return submitted;
    const taken = await takeApplication(tx, application.contactEmail, now);
    if (!taken.ok) return taken;
    await tx.savedForm.deleteMany({ where: { submissionKey: application.submissionKey } });
    const city = await ensureCity(tx, application.cityId);
    const row = { ...rowOf(application), submissionKey };
    // Skipped when the same form was posted a moment ago: that one counts.
    const { count } = await tx.application.createMany({ data: row, skipDuplicates: true });
    if (count === 0) {
      const { reference } = await tx.application.findUniqueOrThrow({
        where: { submissionKey },
        select: { reference: true },
      });
      return { ok: true, reference };
    }

    await tx.checklistAnswer.createMany({
      data: checklistAreas.map((area) => ({ applicationId: row.id, area, ...application[area] })),
    });
    const { second } = application;
    if (second) await tx.secondContact.create({ data: { applicationId: row.id, ...second } });
    await recordEvent(tx, {
      kind: "application_submitted",
      actor: "applicant",
      applicationId: row.id,
      cityId: city.id,
    });
    await enqueueApplicantMail(
      tx,
      { ...row, city },
      "application_confirm_address",
      confirmAddressMail,
      taken.mailAt,
    );
    return { ok: true, reference: row.reference };
  });
}

/** A form restored from browser history for another city or address is another application. */
function keyOf({ submissionKey, cityId, contactEmail }: NewApplication): string {
  const hex = createHash("sha256")
    .update(`${submissionKey} ${cityId} ${contactEmail}`)
    .digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

async function findSubmitted(
  client: Transaction,
  submissionKey: string,
): Promise<SubmissionResult | null> {
  const submitted = await client.application.findUnique({
    where: { submissionKey },
    select: { reference: true },
  });
  return submitted && { ok: true, ...submitted };
}

/** Serialises requests for one mailbox, so that a form posted twice is counted once. */
async function lockAddress(tx: Transaction, address: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`application of ${mailboxOf(address)}`}, 0))`;
}

function rowOf(application: NewApplication) {
  const { locale, declarationVersion, cityId, contactEmail } = application;
  return {
    id: randomUUID(),
    reference: newReference(),
    ...{ locale, declarationVersion, consentVersion, cityId, contactEmail },
    ...correctionData(application),
  };
}
