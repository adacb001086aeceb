import { beforeEach, expect, test } from "vitest";
import { enforceRetention } from "@/lib/applications/retention";
import { submitApplication } from "@/lib/applications/submit-commands";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import type { ApplicationState } from "@/prisma/generated/enums";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const nothing = { deleted: 0, erased: 0, mailsRemoved: 0 };
const daysLater = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000);
const eventKinds = async () =>
  (await prisma.event.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await submitApplication(
    {
      ...applicationSchema.parse(nest(answersOfGhent)),
      submissionKey: "00000000-0000-4000-8000-000000000001",
      locale: defaultLocale,
      declarationVersion: "2018",
    },
    null,
  );
});

async function close(state: ApplicationState): Promise<Date> {
  const closedAt = new Date("2026-11-23T09:00:00Z");
  await prisma.application.updateMany({ data: { state, closedAt, confirmedAt: closedAt } });
  await prisma.mail.updateMany({ data: { sentAt: closedAt } });
  return closedAt;
}

async function writeToTheApplicant(message: string): Promise<void> {
  const { id: applicationId } = await prisma.application.findFirstOrThrow();
  const { id: staffId } = await prisma.user.create({
    data: { email: "reviewer@example.org", role: "reviewer" },
  });
  await prisma.decision.create({
    data: { applicationId, staffId, kind: "change_request", message },
  });
}

test("an application whose address is not confirmed within seven days is deleted, with its mails", async () => {
  const { submittedAt } = await prisma.application.findFirstOrThrow();
  expect(await enforceRetention(daysLater(submittedAt, 6.9))).toEqual(nothing);
  expect(await enforceRetention(daysLater(submittedAt, 7))).toEqual({ ...nothing, deleted: 1 });

  expect([
    await prisma.application.count(),
    await prisma.mail.count(),
    await prisma.checklistAnswer.count(),
    await prisma.applicationLink.count(),
  ]).toEqual([0, 0, 0, 0]);
  expect(await eventKinds()).toEqual(["application_submitted", "application_expired"]);
});

test.each([
  ["declined", 180],
  ["approved", 730],
] as const)(
  "an application that was %s loses its personal data after %i days",
  async (state, days) => {
    const closedAt = await close(state);
    await writeToTheApplicant("Dear digital officer of Ghent");
    expect(await enforceRetention(daysLater(closedAt, days - 1))).toEqual(nothing);
    expect(await enforceRetention(daysLater(closedAt, days))).toEqual({
      ...nothing,
      erased: 1,
      mailsRemoved: 1,
    });
    expect(await enforceRetention(daysLater(closedAt, days + 1))).toEqual(nothing);

    const application = await prisma.application.findFirstOrThrow({ include: { answers: true } });
    expect(application).toMatchObject({
      state,
      contactName: null,
      contactRole: null,
      contactDepartment: null,
      contactEmail: null,
      mandateAuthorityName: null,
      mandateBody: "City council",
    });
    expect(application.answers).toHaveLength(7);
    expect(await prisma.decision.findMany({ select: { message: true } })).toEqual([
      { message: null },
    ]);
    expect(await eventKinds()).toEqual(["application_submitted", "application_erased"]);
  },
);

test("an application under review keeps its contact, however long it waits", async () => {
  const closedAt = await close("submitted");
  expect(await enforceRetention(daysLater(closedAt, 2000))).toEqual(nothing);
});

test("no event holds anything of what the official typed", async () => {
  await close("declined");
  await enforceRetention(new Date("2030-01-01T00:00:00Z"));
  const events = JSON.stringify(await prisma.event.findMany({ omit: { id: true } }));
  for (const answer of Object.values(answersOfGhent).filter((value) => value.length > 8))
    expect(events).not.toContain(answer);
});
