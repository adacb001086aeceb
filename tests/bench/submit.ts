import { randomUUID } from "node:crypto";
import { submitApplication } from "@/lib/applications/submit-commands";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { answersOfGhent } from "@/tests/support/applications/ghent";

const rounds = 200;

/**
 * Times submitting an application in milliseconds, once each for the largest places that have no
 * application yet. The database must have all places of the world; the applications stay in it.
 */
export async function measureSubmit(): Promise<number[]> {
  const places = await prisma.place.findMany({
    where: { city: null },
    select: { id: true },
    orderBy: { population: "desc" },
    take: rounds,
  });
  const answers = applicationSchema.parse(nest(answersOfGhent));
  const measured = [];
  for (const { id: cityId } of places) {
    const application = {
      ...answers,
      cityId,
      contactEmail: `official@${cityId}.example`,
      submissionKey: randomUUID(),
      locale: defaultLocale,
      declarationVersion: "2018",
    };
    const begin = performance.now();
    const submission = await submitApplication(application, null);
    measured.push(performance.now() - begin);
    if (!submission.ok)
      throw new Error(`The application for the place ${cityId} was refused: ${submission.reason}.`);
  }
  return measured;
}
