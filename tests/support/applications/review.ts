import { confirmApplication, correctApplication } from "@/lib/applications/commands";
import { submitApplication } from "@/lib/applications/submit-commands";
import { evidenceCriteria } from "@/lib/applications/review/decisions";
import type { QueueReader } from "@/lib/applications/review/queue-queries";
import { changeEvidence } from "@/lib/applications/review/evidence-commands";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import type { Review } from "@/lib/applications/review/review-transaction";
import { applicationSchema, correctionSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

/** A reviewer on the staff. Gives the id of the account. */
export async function hireReviewer(email = "reviewer@example.org"): Promise<string> {
  const { id } = await prisma.user.create({
    data: { email, role: "reviewer" },
    select: { id: true },
  });
  return id;
}

/** An empty site with the sample places and a reviewer. Gives the id of the reviewer's account. */
export async function resetWithReviewer(email?: string): Promise<string> {
  await resetDatabase();
  await loadSamplePlaces();
  return hireReviewer(email);
}

/** The same, with the sample signatories. */
export async function resetWithSignatories(email?: string): Promise<string> {
  const reviewer = await resetWithReviewer(email);
  await addSampleSignatories();
  return reviewer;
}

type Submission = {
  submissionKey?: string;
  cityId?: number;
  contactEmail?: string;
  isDecisionPublic?: boolean;
  second?: { name: string; role: string; email: string };
};

/** An application in the answers of Ghent, submitted and not confirmed yet. Gives its id. */
export async function submitUnconfirmed({
  submissionKey = submissionKeyOf(1),
  ...changes
}: Submission = {}): Promise<string> {
  const answers = applicationSchema.parse(nest(answersOfGhent));
  const submission = await submitApplication(
    { ...answers, ...changes, submissionKey, locale: defaultLocale, declarationVersion: "2018" },
    null,
  );
  const { id } = await prisma.application.findUniqueOrThrow({
    where: { reference: successOf(submission).reference },
    select: { id: true },
  });
  return id;
}

/** Such an application, confirmed as its applicant would. Gives its id. */
export async function submitConfirmed(application?: Submission): Promise<string> {
  const id = await submitUnconfirmed(application);
  successOf(await confirmApplication(await statusToken(id)));
  return id;
}

/** Numbered, so that a test can tell several of them apart. */
export const submissionKeyOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const submitNumbered = (number: number, cityId: number = placeIds.ghent): Promise<string> =>
  submitConfirmed({
    submissionKey: submissionKeyOf(number),
    cityId,
    contactEmail: `officer${number}@stad.example`,
  });

/** The token in the newest mail to an application's applicant. */
export async function statusToken(applicationId: string): Promise<string> {
  const { contactEmail } = await prisma.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { contactEmail: true },
  });
  const mails = await prisma.mail.findMany({
    where: { applicationId, recipient: contactEmail ?? "" },
    orderBy: { id: "desc" },
  });
  const tokens = mails.flatMap(
    ({ text }) => /\/applications\/([\w-]+)/.exec(text ?? "")?.[1] ?? [],
  );
  if (!tokens[0]) throw new Error("The applicant got no link.");
  return tokens[0];
}

/** Corrects an application in the answers of Ghent, as its applicant would. */
export async function correctAnswers(
  applicationId: string,
  changes: Partial<Record<string, string>> = {},
): ReturnType<typeof correctApplication> {
  const { version } = await prisma.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { version: true },
  });
  return correctApplication(
    await statusToken(applicationId),
    version,
    correctionSchema.parse(nest({ ...answersOfGhent, ...changes })),
  );
}

/** The application as a reviewer sees it now. */
export async function openReview(applicationId: string, staffId: string): Promise<Review> {
  const { version } = await prisma.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { version: true },
  });
  return { applicationId, version, staffId };
}

/** Whoever looks at the queue, at a moment. */
export const readerOf = (staffId: string, now = new Date()): QueueReader => ({
  ...{ staffId, now },
  settings: reviewSettings,
});

export const tickEvidence = (
  review: Review,
  criterion: EvidenceCriterion,
  note: string | null = null,
): Promise<ReviewResult> => changeEvidence(review, { ticked: [{ criterion, note }], unticked: [] });

export const untickEvidence = (
  review: Review,
  criterion: EvidenceCriterion,
): Promise<ReviewResult> => changeEvidence(review, { ticked: [], unticked: [criterion] });

export async function tickAllEvidence(review: Review): Promise<void> {
  for (const criterion of evidenceCriteria) await tickEvidence(review, criterion);
}
