import { expect } from "vitest";
import { approveApplication, declineApplication } from "@/lib/applications/review/review-commands";
import { findForReview } from "@/lib/applications/review/review-queries";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import { appealDecline } from "@/lib/applications/second-look/appeal-commands";
import { prisma } from "@/lib/db";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import {
  hireReviewer,
  openReview,
  statusToken,
  submitConfirmed,
  tickAllEvidence,
} from "@/tests/support/applications/review";

// An application of Ghent that one reviewer decides on, and that another one looks at again.

export const dayMs = 86_400_000;

export const saveSettings = (values: Partial<Settings>) =>
  prisma.settings.upsert({ where: { id: 1 }, create: { values }, update: { values } });

export const appealText = "The resolution stands on page three.";

export const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };

/** On an empty site with two reviewers, where nothing is drawn by lot. */
export async function submitForSecondLook() {
  await resetDatabase();
  await loadSamplePlaces();
  await saveSettings({ sampledPercent: 0 });
  const first = await hireReviewer("first.reviewer@example.org");
  const second = await hireReviewer("second.reviewer@example.org");
  const ghent = await submitConfirmed();
  return { first, second, ghent };
}

export async function decline(applicationId: string, staffId: string): Promise<void> {
  const review = await openReview(applicationId, staffId);
  const reason = { reason: "no_mandate", message: "There is no resolution." } as const;
  expect(await declineApplication(review, reason)).toEqual({ ok: true });
}

export async function approve(applicationId: string, staffId: string): Promise<ReviewResult> {
  await tickAllEvidence(await openReview(applicationId, staffId));
  return approveApplication(await openReview(applicationId, staffId), approval);
}

export const appeal = async (applicationId: string, now = new Date()) =>
  appealDecline(await statusToken(applicationId), appealText, now);

export const stateOf = async (id: string) =>
  (await prisma.application.findUniqueOrThrow({ where: { id } })).state;

export const secondLookAt = async (applicationId: string) =>
  (await findForReview(applicationId, { now: new Date(), settings: defaultSettings }))?.secondLook;

/** The kinds of the emails to an address, oldest first. */
export const mailsTo = async (recipient: string) =>
  (await prisma.mail.findMany({ where: { recipient }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

export async function mailsToApplicant(applicationId: string) {
  const where = { id: applicationId };
  const { contactEmail } = await prisma.application.findUniqueOrThrow({ where });
  return mailsTo(contactEmail ?? "");
}
