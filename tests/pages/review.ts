import { prisma } from "@/lib/db";
import { hashToken, newToken } from "@/lib/tokens";
import { submitUntil } from "@/tests/support/applications/each-state";
import { hireReviewer } from "@/tests/support/applications/review";

const day = new Date("2026-11-12T09:00:00Z");

/**
 * Lets the application of Munich wait since a fixed day, and a reviewer be signed in. Gives both as
 * settings for the tests.
 */
export async function prepareReview(): Promise<
  Record<"VISUAL_APPLICATION" | "VISUAL_SESSION", string>
> {
  const userId = await hireReviewer();
  const { id } = await submitUntil("submitted", userId);
  const { mandateUrl } = await prisma.application.update({
    where: { id },
    data: { reference: "CC-2345-6789", submittedAt: day, confirmedAt: day },
  });
  if (!mandateUrl) throw new Error("The application has no link to its mandate.");
  // Asked already, so that the worker does not ask what another machine might answer otherwise.
  const answer = { url: mandateUrl, begunAt: day, askedAt: day, status: 200, failure: null };
  await prisma.linkCheck.upsert({
    where: { applicationId: id },
    create: { applicationId: id, ...answer },
    update: answer,
  });
  const token = newToken();
  await prisma.session.create({
    data: { sessionToken: hashToken(token), userId, expires: new Date("2100-01-01") },
  });
  await prisma.$disconnect();
  return { VISUAL_APPLICATION: id, VISUAL_SESSION: token };
}
